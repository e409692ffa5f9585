package io.chom.tenants.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.CustomerGround;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.support.As;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.probe.Difference;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** The provider's meters come to our figures, whatever happens on the way. */
@TenantsTest
class MeteringTest extends CustomerGround {

    private static final MeterId BANDWIDTH = new MeterId("bandwidth_gb");
    private static final MeterId SITES = new MeterId("sites");

    @TempDir
    Path data;

    private Sandbox sandbox;
    private MeteringHouse house;
    private SyncedPayer payer;
    private Subscription subscription;
    private boolean dies;
    private int sent;

    @BeforeEach
    void open() throws Exception {
        sandbox = new Sandbox(data);
        house = new MeteringHouse(
                context, sandbox, new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS)), () -> dies);
        subscription = subscribe("hosting", "pro", ZoneOffset.UTC, Duration.ofDays(40));
        payer = house.payer(customer);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void each_meter_comes_to_the_figure_of_its_own_aggregation_in_whole_units() {
        use(BANDWIDTH, "10.4", hours(1));
        use(BANDWIDTH, "20.4", hours(2));
        use(SITES, "7", hours(3));
        use(SITES, "4", hours(1));

        assertThat(house.tell(payer)).isTrue();

        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("31");
        assertThat(counted(SITES)).isEqualByComparingTo("7");
    }

    @Test
    void only_what_is_new_is_told_and_what_was_taken_back_is_taken_back_there() {
        use(BANDWIDTH, "30", hours(2));
        house.tell(payer);
        house.tell(payer);
        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("30");

        use(BANDWIDTH, "12", hours(1));
        house.tell(payer);
        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("42");

        correct("12", "2");
        house.tell(payer);
        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("32");
    }

    @Test
    void late_usage_is_told_of_the_period_that_it_belongs_to() {
        var before = subscription.period(period().start().minusSeconds(1));
        use(BANDWIDTH, "5", before.end().minus(Duration.ofHours(2)));
        use(BANDWIDTH, "9", hours(1));

        house.tell(payer);

        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("9");
        assertThat(house.counted(payer, "bandwidth_gb", before.span())).isEqualByComparingTo("5");
    }

    @Test
    void what_the_provider_did_not_answer_counts_once() {
        use(BANDWIDTH, "30", hours(2));
        use(SITES, "3", hours(2));
        sandbox.outage("lost", 3);
        boolean first = house.tell(payer);
        sandbox.outage("none", 0);

        assertThat(first).isFalse();
        assertThat(house.tell(payer)).isTrue();
        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("30");
        assertThat(counted(SITES)).isEqualByComparingTo("3");
    }

    @Test
    void a_process_that_ends_after_the_provider_counted_has_it_counted_once() {
        use(BANDWIDTH, "30", hours(2));
        dies = true;
        house.tell(payer);
        dies = false;
        use(BANDWIDTH, "3", hours(1));

        house.tell(payer);

        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("33");
    }

    @Test
    void when_the_provider_has_forgotten_what_it_was_asked_it_is_looked_what_stands_there() {
        use(BANDWIDTH, "30", hours(2));
        dies = true;
        house.tell(payer);
        dies = false;
        house.pass(Duration.ofHours(25));

        house.tell(payer);
        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("30");

        use(BANDWIDTH, "4", hours(1));
        sandbox.outage("down", 1_000);
        house.tell(payer);
        house.pass(Duration.ofHours(25));
        sandbox.outage("none", 0);
        house.tell(payer);
        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("34");
    }

    @Test
    void in_six_hours_without_the_provider_nothing_is_lost() {
        sandbox.outage("down", 1_000);
        for (int hour = 0; hour < 6; hour++) {
            use(BANDWIDTH, "1", hours(hour));
            assertThat(house.tell(payer)).isFalse();
            house.pass(Duration.ofHours(1));
        }
        sandbox.outage("none", 0);

        assertThat(house.tell(payer)).isTrue();
        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("6");
    }

    @Test
    void several_processes_at_once_tell_it_once() {
        use(BANDWIDTH, "30", hours(2));
        use(SITES, "3", hours(2));

        Flux.range(0, 8).flatMap(n -> house.telling(payer), 8).then().block(Duration.ofSeconds(60));

        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("30");
        assertThat(counted(SITES)).isEqualByComparingTo("3");
    }

    @Test
    void what_is_refused_says_why_and_is_told_once_it_can_be() {
        var stranger = new SyncedPayer(payer.tenant(), payer.reseller(), payer.issuer(), null, "cus_nobody");
        use(BANDWIDTH, "30", hours(2));

        assertThat(house.tell(stranger)).isTrue();
        assertThat(house.reason(customer)).isEqualTo("resource_missing");
        assertThat(house.tell(payer)).isTrue();
        assertThat(counted(BANDWIDTH)).isEqualByComparingTo("30");
    }

    @Test
    void the_probe_sees_what_stripe_counts_and_what_it_does_not() {
        var before = subscription.period(period().start().minusSeconds(1));
        use(BANDWIDTH, "5", before.end().minus(Duration.ofHours(2)));
        use(BANDWIDTH, "9", hours(1));
        house.tell(payer);
        var agreed = house.probe(slug()).run();
        assertThat(agreed.passed()).as(agreed.text()).isTrue();
        assertThat(agreed.compared().get("meters at Stripe")).isEqualTo(2);

        house.counts(payer, BANDWIDTH, 7);

        var differs = house.probe(slug()).run();
        assertThat(differs.differences())
                .extracting(Difference::what, Difference::meter, Difference::expected, Difference::found)
                .containsExactly(tuple("meters at Stripe", "bandwidth_gb", "9", "16"));
    }

    @Test
    void the_probe_sees_usage_of_a_period_that_stripe_was_not_told() {
        var before = subscription.period(period().start().minusSeconds(1));
        use(BANDWIDTH, "5", before.end().minus(Duration.ofHours(2)));
        house.tell(payer);
        use(BANDWIDTH, "3", before.end().minus(Duration.ofHours(1)));

        assertThat(house.probe(slug()).run().differences())
                .filteredOn(one -> one.what().equals("Stripe of rollups"))
                .extracting(Difference::meter, Difference::expected, Difference::found)
                .containsExactly(tuple("bandwidth_gb", "8.000000", "5"));
    }

    private String slug() {
        return Objects.requireNonNull(As.one(
                transactions,
                customer,
                database.sql("select slug from tenancy.tenant where tenant_id = :tenant")
                        .bind("tenant", customer.tenant().value())
                        .mapValue(String.class)
                        .one()));
    }

    private Instant hours(int ago) {
        Instant at = clock.instant().minus(Duration.ofHours(ago));
        return at.isBefore(period().start()) ? period().start() : at;
    }

    private Period period() {
        return subscription.period(clock.instant());
    }

    private void use(MeterId meter, String quantity, Instant time) {
        send(meter, quantity, time);
        sent++;
        awaitEvents();
    }

    /** Puts the event right that had this quantity. */
    private void correct(String was, String quantity) {
        var id = Objects.requireNonNull(As.one(
                transactions,
                customer,
                database.sql("select id from usage.event where quantity = cast(:was as numeric)")
                        .bind("was", was)
                        .mapValue(String.class)
                        .one()));
        var job = new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
        var event = new UsageEventInput(
                "right-" + id,
                BANDWIDTH.value(),
                new BigDecimal(quantity),
                clock.instant(),
                null,
                Map.of(),
                id,
                List.of());
        assertThat(as(job, ingest.accept(List.of(event))).rejected()).isEmpty();
        sent++;
        awaitEvents();
    }

    private void awaitEvents() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Objects.requireNonNull(As.one(
                                        transactions,
                                        customer,
                                        database.sql("select count(*) from usage.event")
                                                .mapValue(Long.class)
                                                .one()))
                                .intValue()
                        == sent);
    }

    private BigDecimal counted(MeterId meter) {
        return house.counted(payer, meter.value(), period().span());
    }
}
