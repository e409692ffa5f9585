package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.TenantService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class UsageQueriesTest {

    private static final MeterId SITES = new MeterId("sites");
    private static final MeterId BANDWIDTH = new MeterId("bandwidth_gb");
    private static final int SECONDS = 20 * 24 * 3600;

    @Autowired
    UsageCounting counting;

    @Autowired
    CrossTenant crossTenant;

    @Autowired
    UsageQueries usage;

    @Autowired
    TenantService tenants;

    @Autowired
    Clock clock;

    private Acting customer;
    private Random random;
    private Instant beginning;

    @BeforeEach
    void prepare() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        random = new Random(seed);
        customer = NewCustomers.of(Acme.RESELLER, tenants);
        beginning = clock.instant().minusSeconds(SECONDS);
    }

    @Test
    void law_a_total_is_that_of_exactly_the_events_of_its_span() {
        List<UsageEvent> events = IntStream.range(0, 600).mapToObj(this::event).toList();
        count(customer, events);
        for (int trial = 0; trial < 150; trial++) {
            Instant from = moment(trial);
            Instant until = from.plusSeconds(random.nextInt(trial % 3 == 0 ? 9_000 : SECONDS));

            Span span = new Span(from, until);
            Totals totals = UsageBook.as(customer, usage.totals(Map.of(customer.tenant(), span)))
                    .getOrDefault(customer.tenant(), Totals.NONE);

            assertThat(totals).as("from %s until %s", from, until).isEqualTo(expected(events, from, until));
        }
    }

    @Test
    void days_are_those_of_utc_oldest_first() {
        Instant noon = Instant.parse(LocalDate.now(clock).minusDays(3) + "T12:00:00Z");
        count(
                customer,
                List.of(
                        event("a", BANDWIDTH, "1.5", noon),
                        event("b", BANDWIDTH, "2", noon.plusSeconds(60)),
                        event("c", BANDWIDTH, "4", noon.plus(Duration.ofHours(12))),
                        event("d", SITES, "9", noon),
                        event("e", SITES, "7", noon.plusSeconds(9))));
        LocalDate first = LocalDate.ofInstant(noon, java.time.ZoneOffset.UTC);

        assertThat(UsageBook.as(customer, usage.daily(BANDWIDTH, first, first.plusDays(3))))
                .containsExactly(
                        new DailyUsage(first, new BigDecimal("3.5")),
                        new DailyUsage(first.plusDays(1), new BigDecimal("4")));
        assertThat(UsageBook.as(customer, usage.daily(SITES, first, first.plusDays(1))))
                .containsExactly(new DailyUsage(first, new BigDecimal("9")));
        assertThat(UsageBook.as(Nimbus.RESELLER, usage.daily(BANDWIDTH, first, first.plusDays(3))))
                .isEmpty();
    }

    @Test
    void a_reseller_reads_its_customers_and_nobody_elses_in_one_query() {
        Acting foreign = NewCustomers.of(Nimbus.RESELLER, tenants);
        count(customer, List.of(event("a", SITES, "3", beginning)));
        count(foreign, List.of(event("a", SITES, "8", beginning)));
        Span span = new Span(beginning.minusSeconds(9), clock.instant());
        Map<TenantId, Span> both = Map.of(customer.tenant(), span, foreign.tenant(), span);
        Totals three = new Totals(Map.of(SITES, BigDecimal.valueOf(3)));

        assertThat(UsageBook.as(Acme.RESELLER, usage.totals(both))).isEqualTo(Map.of(customer.tenant(), three));
        assertThat(UsageBook.as(foreign, usage.totals(both))).containsOnlyKeys(foreign.tenant());
        assertThat(UsageBook.as(Acme.FLORIST, usage.totals(both))).isEmpty();
        Map<TenantId, Totals> seen = UsageBook.as(
                operator(), crossTenant.one(Purpose.routine("test"), platform -> usage.totals(platform, both)));
        assertThat(seen).containsOnlyKeys(customer.tenant(), foreign.tenant());
    }

    private static Acting operator() {
        return new Acting(Acme.ID, Acme.ID, io.chom.tenants.platform.Actor.job("test"));
    }

    private static Totals expected(List<UsageEvent> events, Instant from, Instant until) {
        Map<MeterId, BigDecimal> totals = new HashMap<>();
        events.stream()
                .filter(event -> !event.time().isBefore(from) && event.time().isBefore(until))
                .forEach(event -> totals.merge(
                        event.meter(),
                        event.quantity().value(),
                        event.meter().equals(SITES) ? BigDecimal::max : BigDecimal::add));
        totals.replaceAll((meter, total) -> Quantity.plain(total));
        return new Totals(totals);
    }

    /** Edges of every kind: of days, of hours, of the half and quarter hours of some zones, and anywhere. */
    private Instant moment(int trial) {
        Instant anywhere = beginning.plusSeconds(random.nextInt(SECONDS));
        long grain = List.of(86_400L, 3_600L, 1_800L, 900L, 1L).get(trial % 5);
        return Instant.ofEpochSecond(anywhere.getEpochSecond() / grain * grain);
    }

    private UsageEvent event(int number) {
        long second = beginning.plusSeconds(random.nextInt(SECONDS)).getEpochSecond();
        Instant time = Instant.ofEpochSecond(number % 4 == 0 ? second / 1_800 * 1_800 : second);
        return event(
                "e" + number,
                random.nextBoolean() ? SITES : BANDWIDTH,
                BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)).toPlainString(),
                time);
    }

    private static UsageEvent event(String id, MeterId meter, String quantity, Instant time) {
        return new UsageEvent(
                new UsageEventId(id), meter, new Quantity(new BigDecimal(quantity)), time, null, Map.of());
    }

    private void count(Acting acting, List<UsageEvent> events) {
        counting.count(events.stream()
                        .map(event -> new StreamRecord(
                                acting.tenant(),
                                acting.reseller(),
                                UsageWire.write(List.of(event)).getFirst()))
                        .toList())
                .block(Duration.ofSeconds(30));
    }
}
