package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/** Counting on a real database: what comes again, in whatever way, changes nothing. */
@TenantsTest
class UsageEventsTest {

    private static final List<MeterId> METERS =
            Stream.of("sites", "storage_gb", "bandwidth_gb").map(MeterId::new).toList();

    @Autowired
    UsageCounting counting;

    @Autowired
    TenantService tenants;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    Clock clock;

    private UsageBook book;
    private Acting customer;
    private Random random;

    @BeforeEach
    void prepare() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        random = new Random(seed);
        book = new UsageBook(database, transactions);
        customer = NewCustomers.of(Acme.RESELLER, tenants);
    }

    @Test
    void a_storm_of_repeats_counts_each_event_once() {
        List<UsageEvent> events =
                IntStream.range(0, 1_000).mapToObj(this::event).toList();
        List<StreamRecord> storm = new ArrayList<>();
        events.forEach(event -> storm.addAll(Collections.nCopies(1 + random.nextInt(5), record(event))));
        Collections.shuffle(storm, random);

        Flux.fromIterable(storm).buffer(200).flatMap(counting::count, 8).then().block(Duration.ofSeconds(60));

        assertThat(book.events(customer)).isEqualTo(1_000);
        BigDecimal sum =
                events.stream().map(event -> event.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(book.rows(customer, "select sum(total) as total from usage.daily"))
                .containsExactly(Map.of("total", sum));
        book.rollupsEqualEvents(customer);
    }

    @Test
    void sixteen_at_once_count_one_fifty_times() {
        for (int trial = 1; trial <= 50; trial++) {
            List<StreamRecord> same = List.of(record(event(trial)));

            Flux.range(0, 16).flatMap(index -> counting.count(same), 16).then().block(Duration.ofSeconds(30));

            assertThat(book.events(customer)).isEqualTo(trial);
        }
        book.rollupsEqualEvents(customer);
    }

    @Test
    void a_batch_that_comes_again_changes_nothing_and_what_is_new_in_it_is_counted() {
        List<StreamRecord> batch =
                IntStream.range(0, 300).mapToObj(this::event).map(this::record).toList();
        count(batch);
        var days = book.rows(customer, UsageBook.DAYS);

        count(batch);
        assertThat(book.rows(customer, UsageBook.DAYS)).containsExactlyInAnyOrderElementsOf(days);

        count(Stream.concat(batch.stream(), Stream.of(record(event(300)))).toList());
        assertThat(book.events(customer)).isEqualTo(301);
        book.rollupsEqualEvents(customer);
    }

    @Test
    void an_id_that_comes_again_with_another_time_or_quantity_is_a_repeat() {
        UsageEvent first = event(1);
        count(List.of(record(first)));

        count(List.of(record(new UsageEvent(
                first.id(), first.meter(), new Quantity(BigDecimal.TEN), clock.instant(), null, Map.of()))));

        assertThat(book.events(customer)).isEqualTo(1);
        assertThat(book.rows(customer, "select id, quantity from usage.event"))
                .containsExactly(Map.of(
                        "id", first.id().value(), "quantity", first.quantity().value()));
    }

    @Test
    void a_late_event_lands_in_its_own_hour_and_day() {
        Instant late = clock.instant()
                .minus(Duration.ofDays(34))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(5));
        count(List.of(record(new UsageEvent(
                new UsageEventId("late"),
                METERS.getFirst(),
                new Quantity(BigDecimal.ONE),
                late,
                "shop",
                Map.of("a", "b")))));

        assertThat(book.rows(customer, UsageBook.DAYS))
                .singleElement()
                .hasFieldOrPropertyWithValue(
                        "bucket", late.atZone(ZoneOffset.UTC).toLocalDate().toString());
        assertThat(book.rows(customer, "select subject, attributes->>'a' as a from usage.event"))
                .containsExactly(Map.of("subject", "shop", "a", "b"));
        book.rollupsEqualEvents(customer);
    }

    @Test
    void the_same_id_of_another_tenant_is_another_event() {
        Acting other = NewCustomers.of(Nimbus.RESELLER, tenants);
        UsageEvent event = event(1);

        count(List.of(
                record(event),
                new StreamRecord(
                        other.tenant(),
                        other.reseller(),
                        UsageWire.write(List.of(event)).getFirst())));

        assertThat(book.events(customer)).isEqualTo(1);
        assertThat(book.events(other)).isEqualTo(1);
        assertThat(book.events(Acme.FLORIST)).isZero();
    }

    @Test
    void what_nobody_can_count_does_not_keep_the_rest_from_being_counted() {
        var nonsense = new StreamRecord(customer.tenant(), customer.reseller(), new byte[] {1, 2, 3});
        UsageEvent beyond = new UsageEvent(
                new UsageEventId("beyond"),
                METERS.getFirst(),
                new Quantity(BigDecimal.ONE),
                Instant.parse("2009-01-01T00:00:00Z"),
                null,
                Map.of());

        count(List.of(nonsense, record(event(1)), record(beyond), record(event(2))));

        assertThat(book.events(customer)).isEqualTo(2);
        book.rollupsEqualEvents(customer);
    }

    private void count(List<StreamRecord> batch) {
        counting.count(batch).block(Duration.ofSeconds(30));
    }

    private UsageEvent event(int number) {
        return new UsageEvent(
                new UsageEventId("event-" + number),
                METERS.get(random.nextInt(METERS.size())),
                new Quantity(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(7))),
                clock.instant().minusSeconds(random.nextInt(35 * 24 * 3600)),
                random.nextBoolean() ? "site-" + random.nextInt(9) : null,
                Map.of());
    }

    private StreamRecord record(UsageEvent event) {
        return new StreamRecord(
                customer.tenant(),
                customer.reseller(),
                UsageWire.write(List.of(event)).getFirst());
    }
}
