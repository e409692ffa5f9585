package io.chom.tenants.tenancy.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.Uuids;
import io.chom.tenants.platform.mail.Mails;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.tenants.tenancy.HouseMails;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.tenancy.dns.DomainReport;
import io.chom.tenants.tenancy.dns.SmallInternet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Claims on a small internet of real name servers, from the first look to the hand-over to somebody else. */
@TenantsTest
class DomainCheckupsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    DomainService domains;

    @Autowired
    DomainStandings standings;

    @Autowired
    DueDomains due;

    @Autowired
    DomainSchedule schedule;

    @Autowired
    DomainLimits limits;

    @Autowired
    DomainSteps steps;

    @Autowired
    Mails mails;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Broadcast broadcast;

    @Autowired
    Hosts hosts;

    @Autowired
    ClaimableNames names;

    @Autowired
    Domains table;

    @Autowired
    TenantService tenants;

    private final SmallInternet internet = new SmallInternet();
    private final HostName host = internet.host();
    private final EmailAddress caretaker = EmailAddress.of("caretaker-" + Uuids.next() + "@acme.test");
    private DomainCheckups checkups;
    private DomainExaminer examiner;

    @BeforeEach
    void start() {
        checkups =
                new DomainCheckups(standings, internet.checks(), schedule, transactions, broadcast, Clock.systemUTC());
        examiner = examiner(steps, schedule);
    }

    @AfterEach
    void end() {
        internet.close();
    }

    @Test
    void a_claim_is_served_with_its_proof_and_active_once_it_leads_here() {
        claim(Acme.RESELLER);
        examine(Acme.RESELLER);
        assertThat(state(Acme.RESELLER)).isEqualTo(DomainState.PENDING);

        internet.proves(host, challenge(Acme.RESELLER));
        examine(Acme.RESELLER);
        assertThat(state(Acme.RESELLER)).isEqualTo(DomainState.VERIFIED);
        assertThat(standing(Acme.RESELLER).report()).isNotNull();
        examine(Acme.RESELLER);
        assertThat(state(Acme.RESELLER)).as("it leads elsewhere").isEqualTo(DomainState.VERIFIED);

        internet.leadsHere(host);
        examine(Acme.RESELLER);
        assertThat(state(Acme.RESELLER)).isEqualTo(DomainState.ACTIVE);
        hosts.changed(host.value()).block(PATIENCE);
        assertThat(hosts.ownerOf(host).orElseThrow().reseller()).isEqualTo(Acme.ID);
        assertThat(hosts.mayHaveCertificate(host)).isTrue();
    }

    @Test
    void a_check_that_was_due_before_the_host_was_given_by_hand_changes_nothing() {
        claim(Acme.RESELLER);
        examine(Acme.RESELLER);
        var report = standing(Acme.RESELLER).report();
        var operator = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        as(operator, domains.move(Acme.ID, host, DomainState.VERIFIED));
        var given = standing(Acme.RESELLER);
        assertThat(given.isGiven()).isTrue();

        examine(Acme.RESELLER);
        assertThat(standing(Acme.RESELLER)).isEqualTo(given);
        take(steps, schedule, given, Objects.requireNonNull(report));
        assertThat(standing(Acme.RESELLER))
                .as("a check that was under way writes nothing")
                .isEqualTo(given);
    }

    @Test
    void a_record_of_an_earlier_claim_proves_nothing() {
        claim(Acme.RESELLER);
        var old = challenge(Acme.RESELLER);
        internet.proves(host, old);
        examine(Acme.RESELLER);
        assertThat(state(Acme.RESELLER)).isEqualTo(DomainState.VERIFIED);

        as(Acme.RESELLER, domains.remove(host));
        claim(Acme.RESELLER);
        examine(Acme.RESELLER);
        assertThat(challenge(Acme.RESELLER)).isNotEqualTo(old);
        assertThat(state(Acme.RESELLER)).isEqualTo(DomainState.PENDING);
    }

    @Test
    void who_leads_a_name_here_does_not_get_it_without_a_proof_of_his_own() {
        internet.leadsHere(host);
        claim(Acme.RESELLER);
        internet.proves(host, challenge(Acme.RESELLER));
        claim(Nimbus.RESELLER);
        examine(Nimbus.RESELLER);
        assertThat(state(Nimbus.RESELLER)).as("the proof is another's").isEqualTo(DomainState.PENDING);

        as(Acme.RESELLER, domains.remove(host));
        examine(Nimbus.RESELLER);
        assertThat(state(Nimbus.RESELLER))
                .as("a name that was given back and still leads here")
                .isEqualTo(DomainState.PENDING);
    }

    @Test
    void a_second_who_proves_waits_until_the_first_proof_is_gone_and_then_has_it() {
        internet.leadsHere(host);
        claim(Acme.RESELLER);
        internet.proves(host, challenge(Acme.RESELLER));
        // A look that no name server answered in time, on a machine that is busy, changes nothing.
        await().until(() -> {
            examine(Acme.RESELLER);
            return state(Acme.RESELLER) == DomainState.ACTIVE;
        });

        claim(Nimbus.RESELLER);
        internet.proves(host, challenge(Nimbus.RESELLER));
        examine(Nimbus.RESELLER);
        assertThat(state(Nimbus.RESELLER)).isEqualTo(DomainState.PENDING);
        assertThat(standing(Nimbus.RESELLER).isHeld()).isTrue();
        examine(Acme.RESELLER);
        assertThat(state(Acme.RESELLER)).as("both are proven").isEqualTo(DomainState.ACTIVE);

        internet.provesNoLonger(host, challenge(Acme.RESELLER));
        examine(Acme.RESELLER);
        assertThat(state(Acme.RESELLER)).isEqualTo(DomainState.PENDING);
        examine(Nimbus.RESELLER);
        assertThat(state(Nimbus.RESELLER)).isEqualTo(DomainState.VERIFIED);
        assertThat(standing(Nimbus.RESELLER).isHeld()).isFalse();
    }

    @Test
    void a_look_that_began_earlier_and_ends_later_is_forgotten() {
        claim(Acme.RESELLER);
        examine(Acme.RESELLER);
        var seen = standing(Acme.RESELLER);
        var early = Objects.requireNonNull(seen.report());
        internet.proves(host, challenge(Acme.RESELLER));
        examine(Acme.RESELLER);
        assertThat(state(Acme.RESELLER)).isEqualTo(DomainState.VERIFIED);
        var proven = standing(Acme.RESELLER);

        var late = new DomainReport(early.at().minusMillis(1), early.checks());
        take(steps, schedule, proven, late);
        assertThat(standing(Acme.RESELLER)).isEqualTo(proven);
    }

    @Test
    void of_two_looks_at_the_same_time_the_second_goes_on_from_where_the_first_left_it() {
        var soon = with(1, Duration.ofHours(72), Duration.ofHours(72).minusSeconds(1));
        var own = writing(soon);
        var failing = fails(own, soon);
        var before = Objects.requireNonNull(failing.report());
        var late = new DomainReport(before.at().plusSeconds(60), before.checks());
        take(own, soon, failing, late);
        take(own, soon, failing, late);
        assertThat(standing(Acme.RESELLER).misses()).isEqualTo(failing.misses() + 2);
        assertThat(kindsOfMail()).as("the second is told once").containsExactly("domain-failing", "domain-ending");
    }

    /** A domain that was active and of which people were told that it is no longer. */
    private DomainStanding fails(DomainSteps own, DomainSchedule strict) {
        examiner = examiner(own, strict);
        internet.leadsHere(host);
        claim(Acme.RESELLER);
        internet.proves(host, challenge(Acme.RESELLER));
        untilItIs(DomainState.ACTIVE);
        assertThat(kindsOfMail()).isEmpty();
        internet.leadsNowhere(host);
        internet.leadsTo(host, "203.0.113.80");
        untilItIs(DomainState.FAILING);
        assertThat(kindsOfMail()).containsExactly("domain-failing");
        return standing(Acme.RESELLER);
    }

    /** A look that no name server answered in time, on a machine that is busy, changes nothing. */
    private void untilItIs(DomainState state) {
        await().until(() -> {
            examine(Acme.RESELLER);
            return state(Acme.RESELLER) == state;
        });
    }

    private DomainSchedule with(int misses, Duration grace, Duration reminder) {
        return new DomainSchedule(
                schedule.eagerly(),
                schedule.eagerFor(),
                schedule.patiently(),
                schedule.routinely(),
                schedule.doubtfully(),
                misses,
                grace,
                reminder,
                schedule.lease());
    }

    /** Writes to somebody whom no other test writes to. */
    private DomainSteps writing(DomainSchedule strict) {
        var house = new HouseMails(mails, any -> Flux.just(caretaker), tenants);
        return new DomainSteps(
                standings, new DomainMails(house, strict), limits, transactions, broadcast, Clock.systemUTC());
    }

    private DomainExaminer examiner(DomainSteps own, DomainSchedule strict) {
        return new DomainExaminer(
                standings, due, internet.checks(), strict, own, transactions, broadcast, Clock.systemUTC());
    }

    private static void take(DomainSteps steps, DomainSchedule schedule, DomainStanding seen, DomainReport report) {
        as(
                Acme.RESELLER,
                steps.take(seen, report, now -> schedule.after(now, report, false, report.at()), now -> false));
    }

    @Test
    void each_due_domain_goes_to_one_worker_and_is_free_again_after_the_lease() {
        claim(Acme.RESELLER);
        var later = Instant.now().plusSeconds(3600);
        var mine = new DueDomains.Due(Acme.ID, host);
        // The program's own worker may hold the row for a moment.
        await().until(() -> takenAt(later).contains(mine));
        assertThat(takenAt(later)).doesNotContain(mine);
        await().until(() -> takenAt(later.plusSeconds(61)).contains(mine));
        as(Acme.RESELLER, domains.remove(host));
        assertThat(takenAt(later.plusSeconds(7200))).doesNotContain(mine);
    }

    private List<DueDomains.Due> takenAt(Instant moment) {
        return due.take(1000, moment, Duration.ofMinutes(1)).collectList().block(PATIENCE);
    }

    @Test
    void only_those_who_may_change_the_brand_see_its_records_and_have_it_checked() {
        claim(Acme.RESELLER);
        assertThatThrownBy(() -> as(Nimbus.RESELLER, checkups.checkNow(host))).hasMessageContaining("not-found");
        assertThatThrownBy(() -> as(Nimbus.RESELLER, checkups.records(host))).hasMessageContaining("not-found");
        assertThatThrownBy(() -> as(Acme.BAKERY, checkups.checkNow(host))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(Acme.BAKERY, checkups.records(host))).hasMessageContaining("forbidden");
        assertThatThrownBy(() -> as(Acme.BAKERY, checkups.servesToday(host))).hasMessageContaining("forbidden");
        assertThat(as(Nimbus.RESELLER, checkups.list().map(DomainStanding::host).collectList()))
                .doesNotContain(host);
        var records = as(Acme.RESELLER, checkups.records(host));
        assertThat(records.zoneFile()).contains(challenge(Acme.RESELLER));
    }

    @Test
    void no_more_new_names_a_week_get_a_certificate_than_the_budget_has_room_for() {
        var house = newHouse();
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(30));
        var few = new DomainLimits(100, 1);
        var service = new DomainService(names, table, standings, tenants, transactions, broadcast, few, clock);
        var job = new Acting(house.tenant(), house.reseller(), Actor.job("test"));
        for (var one : List.of(internet.host(), host)) {
            as(house, service.add(one));
            as(job, service.move(house.tenant(), one, DomainState.VERIFIED));
            hosts.changed(one.value()).block(PATIENCE);
            assertThat(hosts.ownerOf(one)).isPresent();
            assertThat(hosts.mayHaveCertificate(one)).isEqualTo(!one.equals(host));
        }

        assertThat(as(house, certified(house.tenant(), few, Instant.now(clock).plus(Duration.ofDays(6)))))
                .isEmpty();
        assertThat(as(house, certified(house.tenant(), few, Instant.now(clock).plus(Duration.ofDays(8)))))
                .containsExactly(host);
        hosts.changed(host.value()).block(PATIENCE);
        assertThat(hosts.mayHaveCertificate(host)).isTrue();
    }

    /** One whose domains no round of another test looks at: with each look, the house gets what its budget has room for. */
    private Acting newHouse() {
        var slug = new Slug("r" + Uuids.next().toString().substring(24));
        var founded = as(
                new Acting(Acme.ID, Acme.ID, Actor.job("test")),
                tenants.createReseller(new NewTenant(slug, "Lone", ZoneOffset.UTC)));
        return new Acting(founded.id(), founded.id(), Acme.RESELLER.actor());
    }

    private Mono<List<HostName>> certified(TenantId house, DomainLimits few, Instant at) {
        return standings
                .certify(house, few.certificatesAWeek(), at)
                .collectList()
                .as(transactions::transactional);
    }

    @Test
    void the_only_address_that_works_cannot_be_given_back() {
        var house = newHouse();
        for (var one : List.of(internet.host(), host)) {
            as(house, domains.add(one));
            as(
                    new Acting(house.tenant(), house.reseller(), Actor.job("test")),
                    domains.move(house.tenant(), one, DomainState.VERIFIED));
        }
        as(house, domains.remove(host));
        var last = as(house, domains.list().next()).host();
        assertThatThrownBy(() -> as(house, domains.remove(last))).hasMessageContaining("domain.last");
        claim(house);
        as(house, domains.remove(host));
        assertThat(as(house, domains.list().collectList())).hasSize(1);
    }

    @Test
    void those_who_look_after_the_house_get_a_mail_before_a_domain_is_switched_off_and_after_it() {
        var strict = with(1, Duration.ZERO, schedule.reminder());
        fails(writing(strict), strict);
        untilItIs(DomainState.PENDING);
        assertThat(kindsOfMail()).containsExactly("domain-failing", "domain-switched-off");
    }

    private List<String> kindsOfMail() {
        return as(
                Acme.RESELLER,
                database.sql("select kind from platform.mail where recipient = :caretaker order by created_at, id")
                        .bind("caretaker", caretaker.value())
                        .map(row -> String.valueOf(row.get("kind", String.class)))
                        .all()
                        .collectList()
                        .as(transactions::transactional));
    }

    @Test
    void names_that_are_nobodys_and_more_than_can_wait_are_refused() {
        assertThatThrownBy(() -> as(Acme.RESELLER, domains.add(HostName.of("co.uk"))))
                .hasMessageContaining("domain.not-claimable");
        var none = new DomainService(
                names, table, standings, tenants, transactions, broadcast, new DomainLimits(0, 1), Clock.systemUTC());
        assertThatThrownBy(() -> as(Acme.RESELLER, none.add(host))).hasMessageContaining("domain.too-many");
    }

    /** And lets the program's own worker, who knows nothing of this small internet, have its first look, which is at once. */
    private void claim(Acting reseller) {
        as(reseller, domains.add(host));
        await().atMost(PATIENCE).until(() -> standing(reseller).report() != null);
    }

    private void examine(Acting reseller) {
        examiner.examine(new DueDomains.Due(reseller.tenant(), host)).block(PATIENCE);
    }

    private DomainState state(Acting reseller) {
        return standing(reseller).state();
    }

    private String challenge(Acting reseller) {
        return standing(reseller).challenge();
    }

    private DomainStanding standing(Acting reseller) {
        return as(reseller, standings.find(reseller.tenant(), host).as(transactions::transactional));
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return work.contextWrite(TenantContext.as(acting)).block(PATIENCE);
    }
}
