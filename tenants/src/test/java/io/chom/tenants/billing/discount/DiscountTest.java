package io.chom.tenants.billing.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.CustomerGround;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.discount.Discount.State;
import io.chom.tenants.billing.discount.DiscountStep.Kind;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who gives how much, who approves of more, and that nobody gets around it. */
@TenantsTest
class DiscountTest extends CustomerGround {

    private static final Acting OWNER = Acme.RESELLER;

    @Autowired
    DiscountService discounts;

    @Autowired
    DiscountDesk desk;

    @Autowired
    InvoiceService invoices;

    private final Acting admin = person("admin", "admin");

    @BeforeEach
    void buy() {
        subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(3));
    }

    @Test
    void what_a_role_may_give_counts_at_once_and_is_what_was_previewed() {
        var offer = Objects.requireNonNull(seen(OWNER).offer());
        var preview = offer.preview(new BigDecimal("15"), 3);
        assertThat(offer.decider(new BigDecimal("15"))).contains(Giver.OWNER);
        assertThat(give(OWNER, "15", 3)).isEqualTo(State.ACTIVE);

        var draft = as(customer, invoices.preview()).estimate();
        assertThat(draft.lines())
                .filteredOn(line -> line.kind() == LineItem.Kind.DISCOUNT)
                .singleElement()
                .satisfies(line -> assertThat(line.formula()).isEqualTo("15 % off $79.00 = −$11.85"));
        assertThat(draft.total()).isEqualTo(preview.price());
        assertThat(preview.price().minor()).isEqualTo(6_715);
        assertThat(written("discount-given")).hasSize(2);
        var open = seen(OWNER).open().orElseThrow();
        assertThat(seen(OWNER).span(open).orElseThrow().until()).isEqualTo(preview.until());
        assertThat(steps()).extracting(DiscountStep::kind).containsExactly(Kind.GIVEN);
        assertThat(steps().getFirst()).satisfies(step -> {
            assertThat(step.by()).isEqualTo(OWNER.actor().id());
            assertThat(step.role()).isEqualTo(Giver.OWNER);
            assertThat(step.ceiling()).isEqualByComparingTo("20");
            assertThat(step.words()).isEqualTo("They stay");
        });
    }

    @Test
    void more_waits_for_somebody_else_who_may_give_it() {
        assertThat(give(admin, "20", null)).isEqualTo(State.ASKED);
        assertThat(draft()).isEqualTo(7_900);
        var id = waiting(admin).discount().id();
        assertThat(waiting(admin).isMine()).isTrue();
        assertThat(waiting(OWNER).isForMe()).isTrue();
        refused("discount.own", admin, desk.approve(customer.tenant(), id));
        refused("discount.own", person("admin", "owner"), desk.approve(customer.tenant(), id));
        refused("discount.above-you", person("another", "admin"), desk.approve(customer.tenant(), id));
        refused("discount.above-you", person("another", "admin"), desk.refuse(customer.tenant(), id, ""));

        does(OWNER, desk.approve(customer.tenant(), id));
        assertThat(draft()).isEqualTo(6_320);
        assertThat(steps()).extracting(DiscountStep::kind).containsExactly(Kind.ASKED, Kind.APPROVED);
        refused("discount.decided", OWNER, desk.refuse(customer.tenant(), id, ""));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(notices(id)).isEqualTo(1));
    }

    @Test
    void beyond_what_an_owner_may_give_the_platform_decides_and_beyond_that_nobody() {
        refused("discount.ceiling", OWNER, wish(OWNER, "50.01", 1, "They stay"));
        assertThat(give(OWNER, "40", 2)).isEqualTo(State.ASKED);
        var id = waiting(OWNER).discount().id();
        refused("discount.above-you", person("another", "owner"), desk.approve(customer.tenant(), id));
        var operator = operator();
        assertThat(waiting(operator).isForMe()).isTrue();
        does(operator, desk.approve(customer.tenant(), id));
        assertThat(draft()).isEqualTo(4_740);
        refused("not-found", operator, wish(operator, "10", 1, "Not our customer"));
    }

    @Test
    void a_role_that_was_taken_away_decides_nothing() {
        give(admin, "20", null);
        var id = waiting(admin).discount().id();
        for (String role : List.of("viewer", "member", "finance", "billing:read")) {
            refused("forbidden", person("owner", role), desk.approve(customer.tenant(), id));
            refused("forbidden", person("owner", role), wish(OWNER, "5", 1, "They stay"));
        }
        refused("discount.above-you", person("owner", "admin"), desk.approve(customer.tenant(), id));
        for (Actor other :
                List.of(Actor.job("test"), new Actor(Actor.Kind.KEY, "key", Set.of("owner", "admin", "operator")))) {
            refused("forbidden", new Acting(Acme.ID, Acme.ID, other), desk.approve(customer.tenant(), id));
        }
        refused("forbidden", itself(), desk.approve(customer.tenant(), id));
        refused("forbidden", itself(), wish(itself(), "5", 1, "For me"));
        assertThat(draft()).isEqualTo(7_900);
    }

    @Test
    void somebody_elses_customer_looks_like_none_at_all() {
        give(OWNER, "10", 1);
        var id = seen(OWNER).open().orElseThrow().id();
        var nobody = TenantId.next();
        List<Function<TenantId, Mono<?>>> all = List.of(
                discounts::of,
                whose -> discounts.give(whose, new DiscountWish(BigDecimal.TEN, 1, "They stay")),
                whose -> discounts.end(whose, id),
                whose -> desk.approve(whose, id),
                whose -> desk.refuse(whose, id, ""),
                whose -> desk.withdraw(whose, id));
        for (var one : all) {
            assertThat(said(Nimbus.RESELLER, one.apply(customer.tenant())))
                    .startsWith("not-found: ")
                    .isEqualTo(said(Nimbus.RESELLER, one.apply(nobody)));
        }
        assertThat(as(Nimbus.RESELLER, desk.current()))
                .noneMatch(one -> one.discount().customer().equals(customer.tenant()));
    }

    @Test
    void of_many_who_give_at_once_one_does_and_of_many_who_approve() {
        together(
                admin, () -> discounts.give(customer.tenant(), new DiscountWish(new BigDecimal("20"), 1, "They stay")));
        assertThat(steps()).hasSize(1);
        var id = waiting(OWNER).discount().id();
        together(OWNER, () -> desk.approve(customer.tenant(), id));
        assertThat(steps()).extracting(DiscountStep::kind).containsExactly(Kind.ASKED, Kind.APPROVED);
        assertThat(draft()).isEqualTo(6_320);
        assertThat(written("discount-given")).hasSize(2);
        refused("discount.open", OWNER, wish(OWNER, "5", 1, "More"));
    }

    @Test
    void who_asked_withdraws_it_and_somebody_else_refuses_it() {
        give(admin, "20", null);
        var first = waiting(admin).discount().id();
        refused("discount.not-yours", OWNER, desk.withdraw(customer.tenant(), first));
        does(admin, desk.withdraw(customer.tenant(), first));
        refused("discount.decided", OWNER, desk.approve(customer.tenant(), first));

        give(admin, "15", null);
        does(OWNER, desk.refuse(customer.tenant(), waiting(OWNER).discount().id(), " Too much "));
        assertThat(steps())
                .extracting(DiscountStep::kind)
                .containsExactly(Kind.ASKED, Kind.WITHDRAWN, Kind.ASKED, Kind.REFUSED);
        assertThat(steps().getLast().words()).isEqualTo("Too much");
        assertThat(draft()).isEqualTo(7_900);
    }

    @Test
    void ended_it_stays_for_the_month_that_has_begun_and_another_begins_after_it() {
        give(OWNER, "20", null);
        var id = seen(OWNER).open().orElseThrow().id();
        does(OWNER, discounts.end(customer.tenant(), id));
        assertThat(draft()).isEqualTo(6_320);
        assertThat(written("discount-ended")).hasSize(2);
        refused("discount.over", OWNER, discounts.end(customer.tenant(), id));

        give(OWNER, "10", 1);
        assertThat(draft()).isEqualTo(6_320);
        var next = seen(OWNER).open().orElseThrow();
        assertThat(seen(OWNER).span(next).orElseThrow().from())
                .isEqualTo(as(customer, subscriptions.bought())
                        .period(clock.instant())
                        .until());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "100.01", "12.345", "1e999999999", "1e-999999999"})
    void a_percentage_is_one(String percent) {
        refused("discount.percent", OWNER, wish(OWNER, percent, 1, "They stay"));
    }

    @Test
    void periods_and_a_reason_belong_to_it() {
        refused("discount.periods", OWNER, wish(OWNER, "5", 0, "They stay"));
        refused("discount.periods", OWNER, wish(OWNER, "5", 37, "They stay"));
        refused("discount.reason", OWNER, wish(OWNER, "5", 1, "  "));
        refused("discount.reason", OWNER, wish(OWNER, "5", 1, "x".repeat(501)));
        assertThat(seen(OWNER).all()).isEmpty();
    }

    private State give(Acting who, String percent, @Nullable Integer periods) {
        return as(who, wish(who, percent, periods, "They stay"));
    }

    private Mono<State> wish(Acting who, String percent, @Nullable Integer periods, String reason) {
        return Mono.defer(
                () -> discounts.give(customer.tenant(), new DiscountWish(new BigDecimal(percent), periods, reason)));
    }

    private void together(Acting who, Supplier<Mono<?>> work) {
        Flux.range(0, 8)
                .flatMap(n -> work.get().then().onErrorComplete(), 8)
                .contextWrite(TenantContext.as(who))
                .blockLast(Duration.ofSeconds(30));
    }

    private CustomerDiscounts seen(Acting who) {
        return as(who, discounts.of(customer.tenant()));
    }

    private List<DiscountStep> steps() {
        return seen(OWNER).steps();
    }

    private long draft() {
        return as(customer, invoices.preview()).estimate().total().minor();
    }

    private DiscountDesk.Wished waiting(Acting who) {
        return as(who, desk.current()).stream()
                .filter(one -> one.discount().customer().equals(customer.tenant()))
                .filter(one -> one.discount().isWaiting())
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String code, Acting who, Mono<?> work) {
        assertThat(said(who, work)).startsWith(code + ": ");
    }

    private static String said(Acting who, Mono<?> work) {
        var said = work.then(Mono.just("nothing"))
                .onErrorResume(e -> Mono.just(String.valueOf(e.getMessage())))
                .contextWrite(TenantContext.as(who))
                .block(Duration.ofSeconds(30));
        return Objects.requireNonNull(said);
    }

    private static Acting person(String name, String role) {
        return new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "test|" + name, Set.of(role)));
    }

    private Acting itself() {
        return new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.PERSON, "test|itself", Set.of("owner")));
    }

    private Acting operator() {
        var platform = PlatformTenant.of(tenants).id();
        return new Acting(platform, platform, new Actor(Actor.Kind.PERSON, "operator", Set.of("operator")));
    }

    private long notices(DiscountId id) {
        return Objects.requireNonNull(As.one(
                transactions,
                new Acting(Acme.ID, Acme.ID, Actor.job("test")),
                database.sql(
                                "select count(*) from billing.discount_notice where discount_id = :id and step = 'approved'")
                        .bind("id", id.value())
                        .mapValue(Long.class)
                        .one()));
    }
}
