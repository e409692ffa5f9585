package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.billing.Subscription.Status;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.usage.Totals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that are tried before they are paid for. */
@TenantsTest
class TrialsTest extends TravelGround {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final MeterId BANDWIDTH = new MeterId("bandwidth_gb");

    /** As it ships, but for the trial. */
    private static final Catalogues TRYING = CatalogueOf.text("""
            catalogue: hosting
            version: 1
            currency: USD
            meters: {}
            plans:
              starter: { name: Starter, price: "29.00", allowances: {} }
              pro: { name: Pro, price: "79.00", trial_days: 14, allowances: {} }
            """);

    private SubscriptionService shop;

    TrialsTest() {
        super(BERLIN);
    }

    @BeforeEach
    void prepare() {
        shop = shop(TRYING);
    }

    @Test
    void costs_nothing_and_lets_nothing_be_used_that_would_and_then_the_first_month_begins() {
        subscribe("pro");

        var tried = bought();
        assertThat(tried.subscription().status(clock.instant())).isEqualTo(Status.TRIALING);
        assertThat(tried.period(clock.instant())).isEqualTo(new Period(day(3, 1), day(3, 15), BERLIN));
        assertThat(tried.sold()).isEqualTo(catalogues.plan("hosting", 1, "pro").orElseThrow());
        assertThat(tried.plan().allowances())
                .hasSameSizeAs(tried.sold().allowances())
                .allMatch(one -> one.enforcement() == Enforcement.HARD);
        assertThat(overview().estimate().total()).isEqualTo(dollars(0));
        assertThat(recurring()).isEqualTo(dollars(0));

        clock.move(Duration.ofDays(14));
        assertThat(bought().subscription().status(clock.instant())).isEqualTo(Status.ACTIVE);
        assertThat(bought().plan()).isEqualTo(bought().sold());
        assertThat(overview().estimate().total()).isEqualTo(dollars(7_900));
        assertThat(recurring()).isEqualTo(dollars(7_900));
        closeUntil(4, 14);
        assertThat(written()).isEmpty();
        closeUntil(4, 20);
        assertThat(written()).singleElement().satisfies(one -> {
            assertThat(one.period()).isEqualTo(new Period(day(3, 15), day(4, 15), BERLIN));
            assertThat(one.total()).isEqualTo(dollars(7_900));
        });
    }

    @Test
    void is_given_up_for_nothing_and_is_not_had_twice() {
        assertThat(as(shop.isNew("hosting"))).isTrue();
        subscribe("pro");
        assertThat(as(shop.isNew("hosting"))).isFalse();
        as(changes.end("not for us").thenReturn(true));
        assertThat(bought().subscription().endsOn()).isEqualTo(day(3, 15));
        clock.move(Duration.ofDays(20));

        subscribe("pro");

        assertThat(bought().subscription().status(clock.instant())).isEqualTo(Status.ACTIVE);
        assertThat(bought().subscription().trialUntil()).isNull();
        assertThat(overview().estimate().total()).isEqualTo(dollars(7_900));
        closeUntil(4, 22);
        assertThat(written())
                .singleElement()
                .extracting(Invoice::period)
                .isEqualTo(new Period(day(3, 21), day(4, 21), BERLIN));
        assertThat(by(NewCustomers.of(Acme.RESELLER, tenants), shop.isNew("hosting")))
                .isTrue();
    }

    @Test
    void another_plan_may_be_tried_within_the_same_days() {
        subscribe("pro");
        clock.move(Duration.ofDays(4));

        for (var plan : List.of("enterprise", "starter")) {
            var quote = as(changes.quote(plan, Term.MONTH));
            assertThat(quote.isNow()).isTrue();
            assertThat(quote.difference()).isEmpty();
            assertThat(quote.after().estimate().total()).isEqualTo(dollars(0));
            assertThat(quote.later().total()).isEqualTo(quote.to().price());
            assertThat(quote.invoicedOn()).isEqualTo(day(3, 15));
            as(changes.change(quote).thenReturn(true));
            assertThat(bought().sold().slug()).isEqualTo(plan);
            assertThat(bought().plan().price()).isEqualTo(dollars(0));
        }

        closeUntil(4, 20);
        assertThat(written()).singleElement().extracting(Invoice::total).isEqualTo(dollars(2_900));
        assertThat(as(invoices.find(written().getFirst().id())).lines())
                .singleElement()
                .extracting(LineItem::subject)
                .isEqualTo("Starter");
    }

    @Test
    void whoever_comes_with_a_history_is_not_new() {
        as(shop.subscribe(new Order("hosting", "pro", BERLIN), noon(day(2, 20))));

        assertThat(bought().subscription().trialUntil()).isNull();
        assertThat(bought().plan()).isEqualTo(bought().sold());
    }

    @Test
    void a_plan_without_trial_days_is_paid_from_the_first_day() {
        subscribe("starter");

        assertThat(bought().subscription().trialUntil()).isNull();
        assertThat(overview().estimate().total()).isEqualTo(dollars(2_900));
    }

    /** Bandwidth of 500 GB is included and billed beyond that, once it is paid for. */
    @Test
    void what_would_be_billed_beyond_an_allowance_stops_until_it_is_paid_for() {
        var running = tried(day(3, 1), day(3, 15), BERLIN);
        var totals = new Totals(Map.of(BANDWIDTH, new BigDecimal("499")));
        var used = new Used(Map.of(running.customer(), totals), Map.of());
        var basis = new Basis(running.customer(), Bought.of(running, catalogues, noon(day(3, 1))), Set.of());

        var trial = basis.with(used, catalogues, noon(day(3, 10)));
        assertThat(trial.left(BANDWIDTH).permits(BigDecimal.ONE)).isTrue();
        assertThat(trial.left(BANDWIDTH).permits(BigDecimal.TWO)).isFalse();
        assertThat(trial.until()).isEqualTo(day(3, 15).atStartOfDay(BERLIN).toInstant());
        assertThat(basis.with(used, catalogues, noon(day(3, 15)))
                        .left(BANDWIDTH)
                        .permits(BigDecimal.TWO))
                .isTrue();
    }

    /** Whenever and wherever it begins, and however long it lasts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void law_a_trial_is_one_free_period_and_each_day_after_it_is_billed_once(long seed) {
        var random = new Random(seed);
        for (int at = 0; at < 400; at++) {
            var zone = ZoneId.of(List.of("Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "UTC")
                    .get(random.nextInt(4)));
            var began = LocalDate.of(2011, 1, 1).plusDays(random.nextInt(6_000));
            var paid = began.plusDays(1 + random.nextInt(28));
            var running = tried(began, paid, zone);
            var pro = catalogues.plan("hosting", "pro").orElseThrow();
            var bought = new Bought(running, pro, List.of(new PlanStep(began, pro, Proration.NONE)));

            var closing = Closing.of(bought, running.period(running.startedAt()).from());
            assertThat(closing.period()).isEqualTo(new Period(began, paid, zone));
            assertThat(closing.isCharged()).isFalse();
            assertThat(closing.bought().plan().price().minor()).isZero();
            for (int month = 0; month < 14; month++) {
                var next = closing.next();
                assertThat(next.period().from()).isEqualTo(closing.period().until());
                assertThat(next.isCharged()).isTrue();
                assertThat(next.period().days()).isBetween(28, 31);
                assertThat(next.bought().plan()).isEqualTo(pro);
                closing = next;
            }
        }
    }

    private static Subscription tried(LocalDate began, LocalDate paid, ZoneId zone) {
        var whose = TenantId.next();
        return new Subscription(
                SubscriptionId.next(),
                whose,
                whose,
                "hosting",
                1,
                "pro",
                Term.MONTH,
                0,
                Status.ACTIVE,
                paid.getDayOfMonth(),
                zone,
                began.atTime(15, 30).atZone(zone).toInstant(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                paid,
                null,
                null);
    }

    private void subscribe(String plan) {
        as(shop.subscribe(new Order("hosting", plan, BERLIN)));
    }
}
