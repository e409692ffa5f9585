package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@LogInTest
class MembershipServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    MembershipService memberships;

    @Autowired
    IdentityProvider provider;

    @Autowired
    Broadcast broadcast;

    @Autowired
    Memberships stored;

    @Autowired
    Accounts accounts;

    @Autowired
    Houses houses;

    @Autowired
    TenantService tenants;

    @Autowired
    TransactionalOperator transactions;

    @Value("${chom.embedded.mailbox-url}")
    URI mailbox;

    @Test
    void a_person_belongs_to_several_organisations_of_one_house() {
        EmailAddress email = somebody();
        Member atBakery = provision(Acme.BAKERY, email, Role.OWNER);
        Member atFlorist = provision(Acme.FLORIST, email, Role.VIEWER);

        assertThat(atFlorist.person()).isEqualTo(atBakery.person());
        assertThat(of(atBakery.person())).extracting(Membership::role).containsExactly(Role.OWNER, Role.VIEWER);
        assertThat(of(atBakery.person()))
                .extracting(one -> one.tenant().name(), one -> one.tenant().kind())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Bakery", Tenant.Kind.CUSTOMER),
                        org.assertj.core.groups.Tuple.tuple("Florist", Tenant.Kind.CUSTOMER));
        assertThat(of(atBakery.person()).getFirst().acting().actor().may("owner"))
                .isTrue();
    }

    @Test
    void the_same_address_at_two_houses_is_two_people() {
        EmailAddress email = somebody();
        Member atAcme = provision(Acme.BAKERY, email, Role.OWNER);
        Member atNimbus = provision(Nimbus.STUDIO, email, Role.OWNER);

        assertThat(atAcme.person()).isNotEqualTo(atNimbus.person());
        assertThat(of(atAcme.person())).extracting(one -> one.tenant().name()).containsExactly("Bakery");
        assertThat(of(atNimbus.person())).extracting(one -> one.tenant().name()).containsExactly("Studio");
    }

    @Test
    void a_subject_of_another_realm_is_a_stranger() {
        Member member = provision(Acme.BAKERY, somebody(), Role.OWNER);

        assertThat(of(new PersonId(new RealmName("nimbus"), member.person().subject())))
                .isEmpty();
        assertThat(of(new PersonId(new RealmName("nowhere"), member.person().subject())))
                .isEmpty();
    }

    @Test
    void provisioning_again_changes_the_role_and_nothing_else() {
        EmailAddress email = somebody();
        Member first = provision(Acme.BAKERY, email, Role.VIEWER);
        Member again = provision(Acme.BAKERY, email, Role.ADMIN);

        assertThat(again.person()).isEqualTo(first.person());
        assertThat(again.since()).isEqualTo(first.since());
        assertThat(again.role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void an_invited_person_gets_a_mail_in_the_brand_that_leads_to_the_brands_host() throws Exception {
        EmailAddress email = somebody();

        one(Acme.BAKERY, memberships.invite(new NewMember(email, "Grace Hopper", Role.MEMBER)));

        String mail = mailTo(email);
        assertThat(mail)
                .contains("Acme Hosting")
                .contains("http://acme.localhost:")
                .contains("Set up your account");
        assertThat(mail.toLowerCase(java.util.Locale.ROOT)).doesNotContain("keycloak", "chom");
    }

    @Test
    void an_account_whose_address_is_not_proven_receives_no_further_membership() {
        EmailAddress email = somebody();
        one(Acme.BAKERY, memberships.invite(new NewMember(email, "Grace Hopper", Role.MEMBER)));

        assertRefused(
                Acme.FLORIST,
                memberships.invite(new NewMember(email, "Grace Hopper", Role.OWNER)),
                "member.address-unproven");
    }

    @Test
    void nobody_is_added_without_a_seat_and_whoever_has_one_keeps_it() {
        EmailAddress email = somebody();
        Member member = provision(Acme.BAKERY, email, Role.MEMBER);
        var full = with(Mono.just(1));

        assertRefused(
                Acme.BAKERY, full.invite(new NewMember(somebody(), "Grace Hopper", Role.MEMBER)), "member.no-seat");
        assertThat(one(
                                TwoHouses.job(Acme.BAKERY),
                                full.provision(new NewMember(email, "Grace Hopper", Role.VIEWER), PASSWORD))
                        .person())
                .isEqualTo(member.person());
        one(Acme.BAKERY, with(Mono.empty()).invite(new NewMember(somebody(), "Grace Hopper", Role.MEMBER)));
    }

    @Test
    void the_last_seat_goes_to_one_of_many_who_are_added_at_once() {
        long there = one(Acme.BAKERY, memberships.list().count());
        var service = with(Mono.just((int) there + 1));

        long added = one(
                TwoHouses.job(Acme.BAKERY),
                Flux.range(0, 5)
                        .flatMap(
                                n -> service.provision(new NewMember(somebody(), "Grace Hopper", Role.MEMBER), PASSWORD)
                                        .map(member -> 1)
                                        .onErrorResume(Refused.class, refused -> Mono.empty()),
                                5)
                        .count());

        assertThat(added).isEqualTo(1);
    }

    private MembershipService with(Mono<Integer> most) {
        return new MembershipService(stored, accounts, houses, tenants, () -> most, transactions, broadcast);
    }

    @Test
    void the_last_owner_stays() {
        // An organisation of its own, so that owners of other tests do not count.
        Acting clinic = Nimbus.CLINIC;
        Member owner = provision(clinic, somebody(), Role.OWNER);

        assertRefused(clinic, memberships.changeRole(owner.person(), Role.VIEWER), "member.last-owner");
        assertRefused(clinic, memberships.remove(owner.person()), "member.last-owner");

        Member second = provision(clinic, somebody(), Role.OWNER);
        one(clinic, memberships.changeRole(owner.person(), Role.MEMBER));
        clinicWithout(owner, second);
    }

    private void clinicWithout(Member owner, Member second) {
        memberships
                .remove(owner.person())
                .contextWrite(TenantContext.as(Nimbus.CLINIC))
                .block(PATIENCE);

        assertThat(of(owner.person())).isEmpty();
        assertThat(of(second.person())).hasSize(1);
    }

    @Test
    void every_process_is_told_within_two_seconds_whose_people_have_changed() {
        List<String> told = new CopyOnWriteArrayList<>();
        var listening = broadcast
                .listen(MembershipService.CHANNEL)
                .filter(Nimbus.STUDIO.tenant().toString()::equals)
                .subscribe(told::add);
        try {
            Member member = provision(Nimbus.STUDIO, somebody(), Role.MEMBER);
            await().atMost(Duration.ofSeconds(2)).until(() -> told.size() == 1);
            one(Nimbus.STUDIO, memberships.changeRole(member.person(), Role.VIEWER));
            await().atMost(Duration.ofSeconds(2)).until(() -> told.size() == 2);
            memberships
                    .remove(member.person())
                    .contextWrite(TenantContext.as(Nimbus.STUDIO))
                    .block(PATIENCE);
            await().atMost(Duration.ofSeconds(2)).until(() -> told.size() == 3);
        } finally {
            listening.dispose();
        }
    }

    @Test
    void who_may_not_manage_people_does_not() {
        Member member = provision(Acme.BAKERY, somebody(), Role.MEMBER);
        var wanted = new NewMember(somebody(), "Grace Hopper", Role.VIEWER);

        for (String role : List.of("member", "viewer", "usage:write")) {
            Acting acting = as(role);
            assertRefused(acting, memberships.invite(wanted), "forbidden");
            assertRefused(acting, memberships.changeRole(member.person(), Role.VIEWER), "forbidden");
            assertRefused(acting, memberships.remove(member.person()), "forbidden");
        }
        assertRefused(
                as("admin"), memberships.invite(new NewMember(somebody(), "Grace Hopper", Role.OWNER)), "forbidden");
        assertRefused(Acme.BAKERY, memberships.provision(wanted, PASSWORD), "forbidden");
    }

    @Test
    void a_customer_has_no_platform_staff() {
        assertRefused(
                TwoHouses.job(Acme.BAKERY),
                memberships.provision(new NewMember(somebody(), "Grace Hopper", Role.OPERATOR), PASSWORD),
                "member.role-unfit");
    }

    @Test
    void another_tenants_member_is_not_found() {
        Member member = provision(Acme.BAKERY, somebody(), Role.MEMBER);

        assertRefused(Acme.FLORIST, memberships.changeRole(member.person(), Role.VIEWER), "not-found");
        assertRefused(Nimbus.STUDIO, memberships.remove(member.person()), "not-found");
    }

    private Member provision(Acting tenant, EmailAddress email, Role role) {
        return one(TwoHouses.job(tenant), memberships.provision(new NewMember(email, "Grace Hopper", role), PASSWORD));
    }

    private List<Membership> of(PersonId person) {
        var found = memberships.membershipsOf(person).collectList().block(PATIENCE);
        return found == null ? List.of() : found;
    }

    private static <T> T one(Acting acting, Mono<T> work) {
        T value = work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
        assertThat(value).isNotNull();
        return value;
    }

    private static void assertRefused(Acting acting, Mono<?> work, String code) {
        assertThatThrownBy(() -> work.contextWrite(TenantContext.as(acting)).block(PATIENCE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.failure())
                                .extracting(Failure::code)
                                .isEqualTo(code));
    }

    private static Acting as(String right) {
        return new Acting(Acme.BAKERY.tenant(), Acme.ID, new Actor(Actor.Kind.PERSON, "acme|somebody", Set.of(right)));
    }

    private static EmailAddress somebody() {
        return EmailAddress.of("p" + UUID.randomUUID().toString().substring(0, 8) + "@people.example");
    }

    private String mailTo(EmailAddress email) throws Exception {
        await().atMost(PATIENCE).until(() -> text("/api/messages").contains(email.value()));
        String list = text("/api/messages");
        int at = list.indexOf(email.value());
        String before = list.substring(0, at);
        String id = before.substring(before.lastIndexOf("\"id\":\"") + 6).replaceFirst("\".*", "");
        return text("/api/messages/" + id);
    }

    private String text(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(mailbox.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }
}
