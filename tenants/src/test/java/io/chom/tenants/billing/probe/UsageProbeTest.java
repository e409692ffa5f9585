package io.chom.tenants.billing.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.support.Superuser;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.UsageEventInput;
import io.chom.tenants.usage.UsageIngest;
import io.chom.tenants.usage.probe.Difference;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Each kind of difference is planted and found; what is wrong is rebuilt while more is counted. */
@TenantsTest
class UsageProbeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> METERS = List.of("sites", "storage_gb", "bandwidth_gb");

    @Autowired
    Environment environment;

    @Autowired
    UsageIngest ingest;

    @Autowired
    SubscriptionService subscriptions;

    @Autowired
    InvoiceService invoices;

    @Autowired
    TenantService tenants;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    private Acting customer;
    private String slug;

    @BeforeEach
    void prepare() {
        PlatformTenant.of(tenants);
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        slug = Objects.requireNonNull(as(
                customer,
                database.sql("select slug from tenancy.tenant where tenant_id = :tenant")
                        .bind("tenant", customer.tenant().value())
                        .mapValue(String.class)
                        .one()
                        .as(transactions::transactional)));
    }

    @Test
    void what_is_counted_agrees_and_it_is_told_how_much_was_compared() {
        fill();

        var report = probe().run();

        assertThat(report.passed()).as(report.text()).isTrue();
        assertThat(report.compared().get("hours of events")).isGreaterThan(10);
        assertThat(report.text()).startsWith("Agreed: ").endsWith(" 0 differ");
        assertThat(JsonMapper.shared().readTree(report.json()).required("count").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update usage.hourly set total = total + 1          | hours of events, days of hours
            update usage.hourly set peak = peak + 1            | hours of events, days of hours
            update usage.hourly set events = events - 1        | hours of events, days of hours
            delete from usage.hourly                           | hours of events, days of hours
            update usage.daily set total = total - 0.000001    | days of events, days of hours
            update usage.daily set peak = 0                    | days of events, days of hours
            update usage.daily set events = events + 1         | days of events, days of hours
            delete from usage.daily                            | days of events, days of hours
            """)
    void each_wrong_rollup_is_found_and_rebuilt(String planting, String kinds) {
        fill();
        plant(planting + " where meter = 'sites' and bucket = (select max(bucket) from usage."
                + (planting.contains("hourly") ? "hourly" : "daily") + " where meter = 'sites')");

        var report = probe().run();
        assertThat(report.passed()).isFalse();
        assertThat(report.differences()).hasSize(2).allSatisfy(one -> {
            assertThat(one.tenant()).isEqualTo(slug);
            assertThat(one.meter()).isEqualTo("sites");
        });
        assertThat(report.differences()).extracting(Difference::what).containsExactlyInAnyOrder(kinds.split(", "));
        assertThat(report.text()).contains("DIFFERS  ").contains("NOT AGREED: ").endsWith(" 2 differ");

        var rebuilt = probe().rebuild();
        assertThat(rebuilt.passed()).as(rebuilt.text()).isTrue();
        assertThat(rebuilt.rebuilt()).isEqualTo(1);
    }

    @Test
    void rollups_without_any_event_are_found_and_go() {
        fill();
        for (String table : List.of("hourly", "daily")) {
            plant("""
                    insert into usage.%s (tenant_id, reseller_id, meter, bucket, total, peak, events)
                    select tenant_id, reseller_id, 'made_up', date '2024-02-29', 7, 7, 1 from usage.%s limit 1
                    """.formatted(table, table));
        }

        assertThat(probe().run().differences())
                .extracting(Difference::what, Difference::bucket, Difference::expected)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("hours of events", "2024-02-29 00:00:00+00", "nothing"),
                        org.assertj.core.api.Assertions.tuple("days of events", "2024-02-29", "nothing"));
        assertThat(probe().rebuild().passed()).isTrue();
    }

    @Test
    void an_invoice_agrees_with_its_period_also_after_late_events_and_differs_when_a_rollup_was_lost() {
        Instant time = clock.instant().minus(Duration.ofDays(15)).truncatedTo(ChronoUnit.HOURS);
        send(event("over", "bandwidth_gb", "612", time), event("more", "bandwidth_gb", "10", time.plusSeconds(3_700)));
        awaitEvents(2);
        // A zone whose midnight is on no whole hour of UTC.
        as(
                customer,
                subscriptions.subscribe(
                        new Order("hosting", "pro", ZoneId.of("Asia/Kolkata")),
                        clock.instant().minus(Duration.ofDays(40))));
        await().atMost(PATIENCE).until(() -> !invoices().isEmpty());
        assertThat(probe().run().passed()).as(probe().run().text()).isTrue();

        send(event("late", "bandwidth_gb", "100", time));
        awaitEvents(3);
        assertThat(probe().run().passed()).as(probe().run().text()).isTrue();

        plant("update usage.hourly set total = total + 500, peak = peak where meter = 'bandwidth_gb'");
        assertThat(probe().run().differences())
                .as("late events still explain a difference of the last two invoices")
                .extracting(Difference::what)
                .containsOnly("hours of events", "days of hours");
        assertThat(probe().rebuild().passed()).isTrue();
    }

    @Test
    void an_invoice_of_other_usage_differs() throws SQLException, IOException {
        Instant time = clock.instant().minus(Duration.ofDays(15));
        send(event("over", "bandwidth_gb", "612", time));
        awaitEvents(1);
        as(
                customer,
                subscriptions.subscribe(
                        new Order("hosting", "pro", ZoneOffset.UTC),
                        clock.instant().minus(Duration.ofDays(40))));
        await().atMost(PATIENCE).until(() -> !invoices().isEmpty());
        plant("update usage.hourly set total = total + 500");
        assertThat(probe().run().differences())
                .as("an event of the minute before an invoice may not have been seen by it: the next one has it")
                .extracting(Difference::what)
                .containsOnly("hours of events", "days of hours");

        storedEarlier(Duration.ofMinutes(2));
        assertThat(probe().run().differences())
                .filteredOn(one -> one.what().equals("invoices of rollups"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.meter()).isEqualTo("bandwidth_gb");
                    assertThat(one.bucket())
                            .isEqualTo(invoices().getFirst().invoice().number());
                    assertThat(one.expected()).contains("18.36").contains("1112");
                    assertThat(one.found()).contains("3.36");
                });
    }

    @Test
    void law_a_rebuild_while_events_are_counted_comes_to_what_an_oracle_says() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        Instant now = clock.instant();
        var events = IntStream.range(0, 3_000)
                .mapToObj(n -> event(
                        "e" + n,
                        METERS.get(random.nextInt(3)),
                        String.valueOf(random.nextInt(1_000)),
                        now.minusSeconds(random.nextInt(4 * 86_400))))
                .toList();
        send(events.subList(0, 500).toArray(UsageEventInput[]::new));
        awaitEvents(500);

        var sending = as(
                customer,
                Mono.just(Flux.fromIterable(events.subList(500, 3_000))
                        .buffer(4)
                        .concatMap(some ->
                                ingest.accept(some).then(random.nextInt(3) == 0 ? planting(random) : Mono.empty()))
                        .contextWrite(TenantContext.as(job()))
                        .then()
                        .toFuture()));
        int rebuilds = 0;
        for (; !sending.isDone(); rebuilds++) {
            probe().rebuild();
        }
        sending.join();
        awaitEvents(3_000);

        assertThat(rebuilds).isGreaterThan(1);
        var last = probe().rebuild();
        assertThat(last.passed()).as(last.text()).isTrue();
        BigDecimal oracle = events.stream()
                .map(one -> Objects.requireNonNull(one.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (String table : List.of("hourly", "daily")) {
            assertThat(rows("select sum(total) as total, sum(events) as events from usage." + table))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat((BigDecimal) row.get("total")).isEqualByComparingTo(oracle);
                        assertThat((BigDecimal) row.get("events")).isEqualByComparingTo("3000");
                    });
        }
    }

    @Test
    void a_tenant_that_is_not_there_does_not_agree_with_everything() {
        assertThatThrownBy(() -> UsageProbe.of(environment, "nobody-at-all").run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no tenant nobody-at-all");
    }

    private Mono<Void> planting(Random random) {
        String table = random.nextBoolean() ? "hourly" : "daily";
        String wrong = random.nextBoolean()
                ? "delete from usage." + table
                : "update usage." + table + " set total = total + 1, events = events + 1";
        // As the counter does, and before it: rows that are locked in another order than its own end in a deadlock.
        return database.sql("select pg_advisory_xact_lock(7301, hashtext(:tenant))")
                .bind("tenant", customer.tenant().toString())
                .then()
                .then(database.sql(wrong + " where meter = '" + METERS.get(random.nextInt(3)) + "'")
                        .then())
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(customer));
    }

    /** Some days of three meters. The newest hour has the day's peak, whatever time of day it is. */
    private void fill() {
        Instant now = clock.instant();
        var events = new ArrayList<UsageEventInput>();
        for (int n = 0; n < 60; n++) {
            events.add(event("e" + n, METERS.get(n % 3), (60 - n) + ".5", now.minus(Duration.ofHours(7L * n))));
        }
        send(events.toArray(UsageEventInput[]::new));
        awaitEvents(60);
    }

    private UsageProbe probe() {
        return UsageProbe.of(environment, slug);
    }

    private void plant(String sql) {
        as(customer, database.sql(sql).fetch().rowsUpdated().as(transactions::transactional));
    }

    private void storedEarlier(Duration by) throws SQLException, IOException {
        try (var connection = Superuser.connect(environment);
                var update = connection.prepareStatement("update usage.event"
                        + " set stored_at = stored_at - make_interval(secs => ?) where tenant_id = ?")) {
            update.setLong(1, by.toSeconds());
            update.setObject(2, customer.tenant().value());
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private List<Map<String, Object>> rows(String sql) {
        return as(customer, database.sql(sql).fetch().all().collectList().as(transactions::transactional));
    }

    private List<ItemisedInvoice> invoices() {
        return as(customer, invoices.latest(10));
    }

    private void send(UsageEventInput... events) {
        assertThat(as(job(), ingest.accept(List.of(events))).rejected()).isEmpty();
    }

    private void awaitEvents(long count) {
        await().atMost(PATIENCE)
                .until(() -> rows("select count(*) as n from usage.event")
                        .getFirst()
                        .get("n")
                        .equals(count));
    }

    private Acting job() {
        return new Acting(customer.tenant(), customer.reseller(), Actor.job("test"));
    }

    private static UsageEventInput event(String id, String meter, String quantity, Instant time) {
        return UsageEventInput.of(id, new MeterId(meter), new BigDecimal(quantity), time, null);
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(PATIENCE));
    }
}
