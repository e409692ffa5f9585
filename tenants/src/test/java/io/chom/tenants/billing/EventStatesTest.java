package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageEventId;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageIngest;
import io.chom.tenants.usage.UsageQueries;
import io.chom.tenants.usage.UsageTray;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Every event that was sent can be asked what became of it. */
@TenantsTest
class EventStatesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    EventStates states;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    CrossTenant crossTenant;

    @Autowired
    UsageIngest ingest;

    @Autowired
    UsageQueries usage;

    @Autowired
    UsageTray tray;

    @Autowired
    Catalogues catalogues;

    @Autowired
    Subscriptions all;

    @Autowired
    Invoices invoices;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    TenantService tenants;

    @Autowired
    Broadcast broadcast;

    @Autowired
    BillingProperties properties;

    @Autowired
    Clock clock;

    private Acting customer;

    @BeforeEach
    void prepare() {
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        PlatformTenant.of(tenants);
    }

    /** The workers bill what is over at any moment: what is not to be late is counted before the subscription. */
    @Test
    void an_event_goes_from_counted_to_billed_and_a_late_one_to_the_line_that_puts_it_right() {
        Instant time = clock.instant().minus(Duration.ofDays(15));
        send("over", "bandwidth_gb", 512, time);
        send("included", "sites", 3, time);
        var bought = subscribe(40);
        var period = bought.period(time);

        run(clock.instant());
        assertThat(state("over")).isInstanceOfSatisfying(EventState.Billed.class, billed -> {
            assertThat(billed.line().kind()).isEqualTo(LineItem.Kind.OVERAGE);
            assertThat(billed.line().formula()).startsWith("12 GB over your 500 GB");
            assertThat(billed.invoice().period()).isEqualTo(period);
        });
        assertThat(state("included")).isInstanceOf(EventState.Counted.class);

        send("late", "bandwidth_gb", 100, time);
        assertThat(state("late")).isInstanceOf(EventState.Counted.class);
        run(period.end().plus(Duration.ofDays(33)));
        assertThat(state("late")).isInstanceOfSatisfying(EventState.Billed.class, billed -> {
            assertThat(billed.line().kind()).isEqualTo(LineItem.Kind.ADJUSTMENT);
            assertThat(billed.line().days()).isEqualTo(period);
            assertThat(billed.invoice().period()).isNotEqualTo(period);
        });
        assertThat(state("over"))
                .isInstanceOfSatisfying(
                        EventState.Billed.class,
                        one -> assertThat(one.invoice().period()).isEqualTo(period));
    }

    @Test
    void what_the_plan_does_not_have_is_unmatched_and_so_is_all_before_a_subscription() {
        Instant now = clock.instant();
        send("before", "sites", 4, now);
        assertThat(state("before"))
                .isInstanceOfSatisfying(
                        EventState.Unmatched.class,
                        one -> assertThat(one.reason()).isEqualTo(Unmatch.NO_SUBSCRIPTION));
        assertThat(unmatched())
                .extracting(one -> one.meter().id().value(), UnmatchedUsage::quantity, UnmatchedUsage::reason)
                .containsExactly(tuple("sites", BigDecimal.valueOf(4), Unmatch.NO_SUBSCRIPTION));

        var period = subscribe(2).period(now);
        send("strange", "conversations", 7, now);
        send("earlier", "sites", 9, period.start().minusSeconds(1));

        assertThat(state("before")).isInstanceOf(EventState.Counted.class);
        assertThat(state("strange")).isInstanceOfSatisfying(EventState.Unmatched.class, one -> {
            assertThat(one.reason()).isEqualTo(Unmatch.notIn("Pro"));
            assertThat(one.reason().detail()).contains("Pro, does not have this meter");
        });
        assertThat(unmatched())
                .extracting(one -> one.meter().id().value(), UnmatchedUsage::quantity, UnmatchedUsage::reason)
                .containsExactly(
                        tuple("conversations", BigDecimal.valueOf(7), Unmatch.notIn("Pro")),
                        tuple("sites", BigDecimal.valueOf(9), Unmatch.NO_SUBSCRIPTION));
        assertThat(unmatched().getLast().span().until()).isEqualTo(period.start());
    }

    @Test
    void a_correction_of_a_closed_period_is_a_credit_on_the_next_invoice_and_both_events_say_so() {
        Instant time = clock.instant().minus(Duration.ofDays(15));
        send("over", "bandwidth_gb", 512, time);
        var period = subscribe(40).period(time);
        run(clock.instant());
        assertThat(state("over")).isInstanceOf(EventState.Billed.class);

        as(
                sender(),
                ingest.accept(List.of(new UsageEventInput(
                        "right",
                        "bandwidth_gb",
                        BigDecimal.valueOf(502),
                        clock.instant(),
                        null,
                        Map.of(),
                        "over",
                        List.of()))));
        await().atMost(PATIENCE)
                .until(() -> as(usage.event(new UsageEventId("right")).hasElement()));
        assertThat(state("right")).isInstanceOf(EventState.Counted.class);
        run(period.end().plus(Duration.ofDays(33)));

        assertThat(state("right")).isInstanceOfSatisfying(EventState.Billed.class, billed -> {
            assertThat(billed.line().kind()).isEqualTo(LineItem.Kind.ADJUSTMENT);
            assertThat(billed.line().days()).isEqualTo(period);
            // 10 GB at 0.03.
            assertThat(billed.line().amount().minor()).isEqualTo(-30);
            assertThat(billed.event().corrects()).isEqualTo(new UsageEventId("over"));
        });
        assertThat(state("over")).isInstanceOfSatisfying(EventState.Billed.class, billed -> {
            assertThat(billed.invoice().period()).isEqualTo(period);
            assertThat(billed.event().correctedBy()).isEqualTo(new UsageEventId("right"));
            assertThat(billed.event().quantity()).isEqualByComparingTo("512");
            assertThat(billed.event().countsAs()).isEqualByComparingTo("502");
        });
    }

    /** Also where the period of its meter is billed: it is no part of that. */
    @Test
    void what_its_meter_does_not_count_says_so_and_stands_on_no_invoice() {
        Instant time = clock.instant().minus(Duration.ofDays(15));
        send("over", "bandwidth_gb", 512, time);
        as(database.sql("""
                        insert into usage.event (tenant_id, reseller_id, id, meter, quantity, time, attributes, measure)
                        select tenant_id, reseller_id, 'elsewhere', meter, 9, time, '{"region": "ap"}', 'none' from usage.event
                        """).fetch().rowsUpdated().as(transactions::transactional));
        subscribe(40);
        run(clock.instant());

        var filtering = new EventStates(usage, tray, all, invoices, CatalogueOf.text("""
                        catalogue: test
                        version: 1
                        currency: USD
                        meters:
                          bandwidth_gb: { name: B, unit: GB, aggregation: sum, decimals: 0, where: { region: [eu, us] } }
                        plans: {}
                        """), transactions, clock);
        assertThat(as(filtering.find(new UsageEventId("elsewhere"))))
                .isInstanceOfSatisfying(EventState.Unmatched.class, one -> {
                    assertThat(one.reason().code()).isEqualTo("usage.filtered");
                    assertThat(one.reason().detail())
                            .isEqualTo(
                                    "Its meter counts events whose attribute region is eu or us; this one has ap. It is"
                                            + " in no total, and nobody is billed for it.");
                });
        assertThat(state("over")).isInstanceOf(EventState.Billed.class);
    }

    @Test
    void a_rejected_one_says_why_and_one_that_is_taken_later_is_counted() {
        Instant now = clock.instant();
        subscribe(10);
        as(sender(), ingest.accept(List.of(UsageEventInput.of("a", new MeterId("cities"), BigDecimal.ONE, now, null))));
        assertThat(state("a"))
                .isInstanceOfSatisfying(
                        EventState.Rejected.class,
                        one -> assertThat(one.event().code()).isEqualTo("usage.unknown-meter"));

        send("a", "sites", 1, now);
        assertThat(state("a")).isInstanceOf(EventState.Counted.class);
        assertThat(as(tray.list(null, 10)).items()).isEmpty();
    }

    @Test
    void what_is_unknown_and_what_is_somebody_elses_look_the_same() {
        subscribe(10);
        send("a", "sites", 1, clock.instant());
        as(
                sender(),
                ingest.accept(List.of(
                        UsageEventInput.of("b", new MeterId("cities"), BigDecimal.ONE, clock.instant(), null))));

        var unknown = sentence(customer, "never-sent");
        assertThat(unknown).startsWith("not-found: ").contains("ask again");
        for (var other : List.of(NewCustomers.of(Acme.RESELLER, tenants), Acme.RESELLER, Nimbus.STUDIO)) {
            assertThat(List.of(sentence(other, "a"), sentence(other, "b"))).containsOnly(unknown);
        }
        var writer = new Acting(
                customer.tenant(), customer.reseller(), new Actor(Actor.Kind.KEY, "k", Set.of("usage:write")));
        assertThatThrownBy(() -> as(writer, states.find(new UsageEventId("a")))).hasMessageStartingWith("forbidden");
        assertThatThrownBy(() -> as(writer, states.unmatched())).hasMessageStartingWith("forbidden");
    }

    private String sentence(Acting acting, String id) {
        return Objects.requireNonNull(as(
                acting,
                states.find(new UsageEventId(id))
                        .map(EventState::toString)
                        .onErrorResume(e -> Mono.just(e.getMessage()))));
    }

    private EventState state(String id) {
        return as(states.find(new UsageEventId(id)));
    }

    private List<UnmatchedUsage> unmatched() {
        return as(states.unmatched());
    }

    private Subscription subscribe(int daysAgo) {
        return as(subscriptions.subscribe(
                new Order("hosting", "pro", ZoneOffset.UTC), clock.instant().minus(Duration.ofDays(daysAgo))));
    }

    /** Sends and waits until it is counted. */
    private void send(String id, String meter, int quantity, Instant time) {
        as(
                sender(),
                ingest.accept(
                        List.of(UsageEventInput.of(id, new MeterId(meter), BigDecimal.valueOf(quantity), time, null))));
        await().atMost(PATIENCE)
                .until(() -> as(usage.event(new UsageEventId(id)).hasElement()));
    }

    private void run(Instant now) {
        var run = new InvoiceRun(crossTenant, usage, catalogues, tenants, broadcast, properties, new MovableClock(now));
        run.all().block(PATIENCE);
    }

    private Acting sender() {
        return new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
    }

    private <T> T as(Mono<T> work) {
        return as(customer, work);
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(PATIENCE));
    }
}
