package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.usage.probe.Findings;
import io.chom.tenants.usage.probe.RollupProbe;
import io.chom.tenants.usage.probe.Scope;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every aggregation is that of its events, in whatever order and however often they come, over any span. */
@TenantsTest
class AggregationsTest {

    private static final Catalogues CATALOGUES = CatalogueOf.text("""
            catalogue: test
            version: 1
            currency: USD
            meters:
              traffic: { name: Traffic, unit: GB, aggregation: sum, decimals: 2 }
              highest: { name: Highest, unit: GB, aggregation: max, decimals: 2 }
              calls: { name: Calls, unit: calls, aggregation: count, decimals: 0 }
              users: { name: Users, unit: users, aggregation: unique, attribute: user, decimals: 0 }
              shops: { name: Shops, unit: shops, aggregation: unique, decimals: 0 }
              disks: { name: Disks, unit: GB, aggregation: latest, decimals: 2 }
              disk_hours: { name: Disk, unit: GB-hours, aggregation: time_weighted, decimals: 2 }
              calls_of_few: { name: Calls, unit: calls, aggregation: count, decimals: 0,
                  where: { user: [u2, u3, u6, u9], plan: [a, c] } }
              traffic_of_some: { name: Traffic, unit: GB, aggregation: sum, decimals: 0, where: { plan: [a, b] } }
              users_of_a: { name: Users, unit: users, aggregation: unique, attribute: user, decimals: 0,
                  where: { plan: [a] } }
              disks_of_b: { name: Disks, unit: GB-days, aggregation: time_weighted, per: day, decimals: 0,
                  where: { plan: [b] } }
              disk_months: { name: Disk, unit: GB-months, aggregation: time_weighted, per: month, decimals: 2 }
            plans: {}
            """);

    private static final int DAYS = 12;
    private static final int SECONDS = DAYS * 86_400;
    private static final List<String> SLICES = List.of("seen", "level", "hourly", "daily");

    @Autowired
    Environment environment;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Autowired
    TenantService tenants;

    @Autowired
    RejectionBook rejections;

    @Autowired
    UsageProperties properties;

    @Autowired
    Clock clock;

    private Acting customer;
    private Random random;
    private Instant beginning;
    private Instant now;
    private UsageEvents counting;
    private UsageQueries usage;

    @BeforeEach
    void prepare() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        random = new Random(seed);
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        beginning = LocalDate.now(ZoneOffset.UTC)
                .minusDays(DAYS + 2)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        now = beginning.plusSeconds(SECONDS);
        counting = new UsageEvents(database, CATALOGUES);
        usage = new UsageQueries(database, transactions, CATALOGUES, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void law_every_aggregation_over_any_span_is_that_of_its_events() {
        List<UsageEvent> events = events(800);
        Oracle oracle = new Oracle(events, now);
        count(customer, stormOf(events)).block(Duration.ofSeconds(60));

        for (int trial = 0; trial < 100; trial++) {
            Instant from = moment(trial);
            Span span = new Span(from, from.plusSeconds(random.nextInt(trial % 3 == 0 ? 9_000 : SECONDS)));
            Totals totals = totals(span);
            for (Meter meter : CATALOGUES.meters()) {
                assertThat(totals.of(meter.id()))
                        .as("%s of %s", meter.id(), span)
                        .isEqualByComparingTo(oracle.of(meter, span));
            }
        }
    }

    @Test
    void law_rollups_are_the_same_in_any_order() {
        List<UsageEvent> events = events(400);
        Acting other = NewCustomers.of(Acme.RESELLER, tenants);

        count(customer, stormOf(events)).block(Duration.ofSeconds(60));
        count(other, List.of(events)).block(Duration.ofSeconds(60));

        for (String table : SLICES) {
            assertThat(rows(customer, table))
                    .as(table)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(rows(other, table));
        }
    }

    @Test
    void law_days_are_totals_of_days() {
        List<UsageEvent> events = events(600);
        Oracle oracle = new Oracle(events, now);
        count(customer, stormOf(events)).block(Duration.ofSeconds(60));
        LocalDate first = LocalDate.ofInstant(beginning, ZoneOffset.UTC);

        for (Meter meter : CATALOGUES.meters()) {
            var days = as(customer, usage.daily(meter.id(), first, first.plusDays(DAYS + 2)));
            assertThat(days).as(meter.id().value()).isNotEmpty().allSatisfy(day -> {
                Instant start = day.day().atStartOfDay(ZoneOffset.UTC).toInstant();
                assertThat(day.quantity())
                        .isEqualByComparingTo(oracle.of(meter, new Span(start, start.plusSeconds(86_400))));
            });
            assertThat(days).extracting(DailyUsage::day).isSorted();
        }
    }

    @Test
    void a_level_holds_from_period_to_period_until_it_is_told_anew_and_not_beyond_now() {
        MeterId hours = new MeterId("disk_hours");
        count(
                        customer,
                        List.of(List.of(
                                event("a", "disk_hours", "10", beginning.plus(Duration.ofMinutes(90)), "shop"),
                                event("b", "disk_hours", "4", beginning.plus(Duration.ofHours(72)), "shop"),
                                event("c", "disk_hours", "1", beginning.plus(Duration.ofHours(48)), "blog"))))
                .block(Duration.ofSeconds(30));

        assertThat(totals(hoursOf(0, 24)).of(hours)).isEqualByComparingTo("225");
        assertThat(totals(hoursOf(24, 48)).of(hours)).isEqualByComparingTo("240");
        assertThat(totals(hoursOf(48, 96)).of(hours)).isEqualByComparingTo("384");
        assertThat(totals(hoursOf((DAYS - 1) * 24, (DAYS + 1) * 24)).of(hours))
                .as("an hour of the last day and none of the next")
                .isEqualByComparingTo("120");
        assertThat(totals(hoursOf((DAYS + 1) * 24, (DAYS + 2) * 24)).of(hours)).isZero();
    }

    @Test
    void an_event_without_what_its_meter_tells_apart_does_not_count() {
        count(customer, List.of(List.of(event("a", "users", "1", beginning, null))))
                .block(Duration.ofSeconds(30));

        assertThat(totals(hoursOf(0, 24)).byMeter()).isEmpty();
        for (String table : SLICES) {
            assertThat(rows(customer, table)).isEmpty();
        }
        assertThat(rows(customer, "event")).hasSize(1);
    }

    /** Chains of corrections among late events, each told once it is known what it is about. */
    @Test
    void law_corrected_events_come_to_what_they_would_have_been() throws SQLException {
        List<UsageEvent> events = events(500);
        count(customer, stormOf(events)).block(Duration.ofSeconds(60));
        Map<UsageEventId, UsageEvent> right = new HashMap<>();
        Map<UsageEventId, UsageEventId> origins = new HashMap<>();
        List<UsageEvent> open = new ArrayList<>(events);
        for (int round = 0; round < 4; round++) {
            Collections.shuffle(open, random);
            List<UsageEvent> corrections = new ArrayList<>();
            for (UsageEvent wrong : open.subList(0, 100)) {
                if (as(customer, usage.event(wrong.id())).isCounted()) {
                    corrections.add(correction(wrong, "r" + round));
                }
            }
            for (UsageEvent one : corrections) {
                UsageEventId origin = origins.getOrDefault(one.corrects(), one.corrects());
                origins.put(one.id(), origin);
                right.put(origin, one);
                open.removeIf(any -> any.id().equals(one.corrects()));
                open.add(one);
            }
            correct(stormOf(corrections));
        }

        assertThat(differences()).isEmpty();
        Oracle oracle = new Oracle(
                events.stream().flatMap(one -> put(one, right.get(one.id()))).toList(), now);
        Span all = hoursOf(1, DAYS * 24 - 1);
        Totals totals = totals(all);
        for (Meter meter : CATALOGUES.meters()) {
            assertThat(totals.of(meter.id())).as(meter.id().value()).isEqualByComparingTo(oracle.of(meter, all));
        }
        assertThat(right).hasSizeGreaterThan(150);
        plant("delete from usage.hourly");
        plant("delete from usage.level");
        rebuild();
        assertThat(differences()).isEmpty();
        assertThat(totals(all)).isEqualTo(totals);
    }

    private UsageEvent correction(UsageEvent wrong, String round) {
        return new UsageEvent(
                new UsageEventId(wrong.id() + round),
                wrong.meter(),
                new Quantity(BigDecimal.valueOf(random.nextInt(3) == 0 ? 0 : random.nextInt(100_000), 3)),
                now.minusSeconds(random.nextInt(SECONDS)),
                null,
                Map.of(),
                wrong.id());
    }

    private static Stream<UsageEvent> put(UsageEvent event, @Nullable UsageEvent right) {
        if (right == null) {
            return Stream.of(event);
        }
        return right.quantity().value().signum() == 0
                ? Stream.empty()
                : Stream.of(new UsageEvent(
                        event.id(),
                        event.meter(),
                        right.quantity(),
                        event.time(),
                        event.subject(),
                        event.attributes()));
    }

    private void correct(List<List<UsageEvent>> batches) {
        var correcting = new Correcting(counting, new Corrections(database), rejections, properties, clock);
        Span memory = new Span(beginning.minusSeconds(1), now.plusSeconds(1));
        Flux.fromIterable(batches)
                .concatMapIterable(batch -> batch)
                .buffer(20)
                .flatMap(
                        batch -> correcting
                                .add(customer, batch, memory)
                                .as(transactions::transactional)
                                .contextWrite(TenantContext.as(customer)),
                        2)
                .then()
                .block(Duration.ofSeconds(60));
    }

    @Test
    void an_event_that_its_meter_does_not_count_is_stored_and_in_no_total() {
        count(customer, List.of(List.of(of("a", Map.of("plan", "c")), of("b", Map.of()), of("c", Map.of("plan", "b")))))
                .block(Duration.ofSeconds(30));

        assertThat(totals(hoursOf(0, 24)).byMeter())
                .isEqualTo(Map.of(new MeterId("traffic_of_some"), BigDecimal.valueOf(7)));
        assertThat(counted("a")).isFalse();
        assertThat(counted("b")).isFalse();
        assertThat(counted("c")).isTrue();
    }

    private UsageEvent of(String id, Map<String, String> attributes) {
        return new UsageEvent(
                new UsageEventId(id),
                new MeterId("traffic_of_some"),
                new Quantity(BigDecimal.valueOf(7)),
                beginning,
                null,
                attributes);
    }

    private boolean counted(String id) {
        return as(customer, usage.event(new UsageEventId(id))).isCounted();
    }

    @Test
    void law_what_is_wrong_is_found_and_rebuilt_while_more_is_counted() throws SQLException {
        List<UsageEvent> events = events(900);
        count(customer, stormOf(events.subList(0, 450))).block(Duration.ofSeconds(60));
        assertThat(differences()).isEmpty();
        plant("delete from usage.seen where value in ('u1', 'u2', 'shop1')");
        plant(
                "insert into usage.seen select tenant_id, reseller_id, meter, bucket, 'nobody' from usage.seen on conflict do nothing");
        plant("update usage.level set area = area + 1 where subject = 'shop1'");
        plant("update usage.level set last_quantity = 0 where subject = 'shop2' and last_quantity > 0");
        plant("delete from usage.level where subject = ''");
        assertThat(differences()).contains("values of events", "levels of events");

        CompletableFuture<Void> rest =
                count(customer, stormOf(events.subList(450, 900))).toFuture();
        do {
            rebuild();
        } while (!rest.isDone());
        rest.join();
        rebuild();

        assertThat(differences()).isEmpty();
        Oracle oracle = new Oracle(events, now);
        Span all = hoursOf(0, DAYS * 24);
        Totals totals = totals(all);
        assertThat(CATALOGUES.meters())
                .allSatisfy(meter -> assertThat(totals.of(meter.id())).isEqualByComparingTo(oracle.of(meter, all)));
    }

    private Span hoursOf(int from, int until) {
        return new Span(beginning.plus(Duration.ofHours(from)), beginning.plus(Duration.ofHours(until)));
    }

    private Totals totals(Span span) {
        return as(customer, usage.totals(Map.of(customer.tenant(), span))).getOrDefault(customer.tenant(), Totals.NONE);
    }

    private List<UsageEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(this::event).toList();
    }

    /** Many at the same moment, of a few subjects and users, some of them of none. */
    private UsageEvent event(int number) {
        long second = random.nextInt(SECONDS);
        Instant time = beginning
                .plusSeconds(number % 3 == 0 ? second / 7_200 * 7_200 : second)
                .plusNanos(number % 5 * 1_000L);
        int subject = random.nextInt(4);
        int user = random.nextInt(13);
        return new UsageEvent(
                new UsageEventId((random.nextBoolean() ? "é" : "z") + number),
                CATALOGUES
                        .meters()
                        .get(random.nextInt(CATALOGUES.meters().size()))
                        .id(),
                new Quantity(
                        BigDecimal.valueOf(random.nextInt(4) == 0 ? 0 : random.nextInt(100_000), random.nextInt(7))),
                time,
                subject == 0 ? null : "shop" + subject,
                user == 0
                        ? Map.of()
                        : Map.of("user", user == 1 ? "" : "u" + user, "plan", "abc".substring(user % 3, user % 3 + 1)));
    }

    private static UsageEvent event(String id, String meter, String quantity, Instant time, @Nullable String subject) {
        return new UsageEvent(
                new UsageEventId(id),
                new MeterId(meter),
                new Quantity(new BigDecimal(quantity)),
                time,
                subject,
                Map.of());
    }

    /** Each event up to three times, in an order of its own, in batches of any size. */
    private List<List<UsageEvent>> stormOf(List<UsageEvent> events) {
        List<UsageEvent> storm = new ArrayList<>();
        events.forEach(event -> storm.addAll(Collections.nCopies(1 + random.nextInt(3), event)));
        Collections.shuffle(storm, random);
        List<List<UsageEvent>> batches = new ArrayList<>();
        for (int at = 0; at < storm.size(); ) {
            int until = Math.min(storm.size(), at + 1 + random.nextInt(60));
            batches.add(storm.subList(at, until));
            at = until;
        }
        return batches;
    }

    private Mono<Void> count(Acting acting, List<List<UsageEvent>> batches) {
        Span memory = new Span(beginning.minusSeconds(1), now.plusSeconds(1));
        return Flux.fromIterable(batches)
                .flatMap(
                        batch -> counting.add(acting, batch, memory)
                                .as(transactions::transactional)
                                .contextWrite(TenantContext.as(acting)),
                        4)
                .then();
    }

    /** Edges of every kind: of days, of hours, of the half and quarter hours of some zones, and anywhere. */
    private Instant moment(int trial) {
        long anywhere = beginning.getEpochSecond() + random.nextInt(SECONDS);
        long grain = List.of(86_400L, 3_600L, 1_800L, 900L, 1L).get(trial % 5);
        return Instant.ofEpochSecond(anywhere / grain * grain);
    }

    private void rebuild() throws SQLException {
        try (var connection = scope().open("usage rebuild")) {
            new RollupProbe(scope(), connection).rebuild();
        }
    }

    private List<String> differences() throws SQLException {
        var findings = new Findings();
        try (var connection = scope().open("usage probe")) {
            new RollupProbe(scope(), connection).compare(findings);
        }
        return findings.differences().stream().map(one -> one.what()).distinct().toList();
    }

    private Scope scope() {
        String slug = (String) as(
                        customer,
                        database.sql("select slug from tenancy.tenant where tenant_id = :tenant")
                                .bind("tenant", customer.tenant().value())
                                .fetch()
                                .one()
                                .as(transactions::transactional))
                .get("slug");
        return new Scope(environment, slug);
    }

    private void plant(String sql) {
        long planted = as(customer, database.sql(sql).fetch().rowsUpdated().as(transactions::transactional));
        assertThat(planted).as(sql).isPositive();
    }

    private List<Map<String, Object>> rows(Acting acting, String table) {
        var rows = as(
                acting,
                database.sql("select * from usage." + table)
                        .fetch()
                        .all()
                        .collectList()
                        .as(transactions::transactional));
        rows.forEach(row -> row.remove("tenant_id"));
        return rows;
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return UsageBook.as(acting, work);
    }
}
