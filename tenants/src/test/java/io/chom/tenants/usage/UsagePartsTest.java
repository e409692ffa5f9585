package io.chom.tenants.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Page;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.NewCustomers;
import io.chom.tenants.support.TenantsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TenantsTest
class UsagePartsTest extends UsageGround {

    private static final MeterId SITES = new MeterId("sites");
    private static final MeterId BANDWIDTH = new MeterId("bandwidth_gb");

    @Autowired
    UsageCounting counting;

    @Autowired
    UsageParts parts;

    @Test
    void nobody_else_sees_what_a_figure_is_made_of() {
        Instant noon = clock.instant().minus(Duration.ofDays(2));
        count(List.of(event("a", BANDWIDTH, "1.5", noon, "shop.example")));
        var span = new Span(noon.minusSeconds(60), noon.plusSeconds(60));
        LocalDate day = LocalDate.ofInstant(noon, ZoneOffset.UTC);
        assertThat(as(parts.events(BANDWIDTH, span, null, null, 10)).items()).hasSize(1);

        Acting other = key(NewCustomers.of(Acme.RESELLER, tenants), "usage:read");
        assertThat(UsageBook.as(other, parts.events(BANDWIDTH, span, null, null, 10))
                        .items())
                .isEmpty();
        assertThat(UsageBook.as(other, parts.subjects(BANDWIDTH, span))).isEmpty();
        assertThat(UsageBook.as(other, parts.days(BANDWIDTH, day, day.plusDays(1), ZoneOffset.UTC)))
                .containsExactly(new DailyUsage(day, BigDecimal.ZERO));
        assertThatThrownBy(
                        () -> UsageBook.as(key(customer, "brand:read"), parts.events(BANDWIDTH, span, null, null, 10)))
                .hasMessageContaining("forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"})
    void law_each_figure_is_exactly_what_it_is_made_of(String zoneName) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var zone = ZoneId.of(zoneName);
        LocalDate first = LocalDate.now(clock).minusDays(12);
        LocalDate until = first.plusDays(9);
        var period = new Span(
                first.atStartOfDay(zone).toInstant(), until.atStartOfDay(zone).toInstant());
        long seconds = Duration.between(period.from(), period.until()).toSeconds() + 40_000;
        count(IntStream.range(0, 400)
                .mapToObj(i -> event(
                        "e" + i,
                        i % 4 == 0 ? SITES : BANDWIDTH,
                        new BigDecimal(random.nextInt(1, 100_000))
                                .movePointLeft(2)
                                .toPlainString(),
                        period.from().minusSeconds(20_000).plusSeconds(random.nextLong(seconds)),
                        i % 7 == 0 ? null : "site-" + random.nextInt(5)))
                .toList());

        Totals whole = as(usage.totals(Map.of(customer.tenant(), period))).get(customer.tenant());
        var days = as(parts.days(BANDWIDTH, first, until, zone));
        assertThat(days).hasSize(9).extracting(DailyUsage::day).isSorted();
        assertThat(sum(days.stream().map(DailyUsage::quantity).toList())).isEqualByComparingTo(whole.of(BANDWIDTH));
        assertThat(as(parts.days(SITES, first, until, zone)))
                .as("the highest of the days is that of the period")
                .anyMatch(day -> day.quantity().compareTo(whole.of(SITES)) == 0)
                .noneMatch(day -> day.quantity().compareTo(whole.of(SITES)) > 0);
        for (DailyUsage day : days) {
            var span = Span.of(day.day(), zone);
            var subjects = as(parts.subjects(BANDWIDTH, span));
            assertThat(sum(subjects.stream().map(SubjectUsage::quantity).toList()))
                    .isEqualByComparingTo(day.quantity());
            for (SubjectUsage one : subjects) {
                var events = all(span, one.subject() == null ? "" : one.subject());
                assertThat(events).hasSize((int) one.events());
                assertThat(sum(events.stream().map(FigureEvent::quantity).toList()))
                        .isEqualByComparingTo(one.quantity());
            }
            assertThat(all(span, null))
                    .doesNotHaveDuplicates()
                    .hasSize(subjects.stream()
                            .mapToInt(one -> (int) one.events())
                            .sum())
                    .isSortedAccordingTo((one, other) -> other.time().compareTo(one.time()));
        }
    }

    @Test
    void what_is_asked_for_wrongly_is_refused() {
        var span = new Span(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z"));
        for (String key : List.of("", "never id", "2026-01-01T05:00:00Z", "2025-01-01T05:00:00Z id")) {
            assertThatThrownBy(() -> as(parts.events(BANDWIDTH, span, null, Cursor.after(key), 10)))
                    .as(key)
                    .hasMessageContaining("invalid-cursor");
        }
        assertThatThrownBy(() -> as(parts.events(new MeterId("nothing"), span, null, null, 10)))
                .hasMessageContaining("usage.unknown-meter");
    }

    /** Page by page, three at a time. */
    private List<FigureEvent> all(Span span, @Nullable String subject) {
        var all = new ArrayList<FigureEvent>();
        Cursor after = null;
        do {
            Page<FigureEvent> page = as(parts.events(BANDWIDTH, span, subject, after, 3));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static UsageEvent event(String id, MeterId meter, String quantity, Instant time, @Nullable String subject) {
        return new UsageEvent(
                new UsageEventId(id), meter, new Quantity(new BigDecimal(quantity)), time, subject, Map.of());
    }

    private void count(List<UsageEvent> events) {
        counting.count(events.stream()
                        .map(event -> new StreamRecord(
                                customer.tenant(),
                                customer.reseller(),
                                UsageWire.write(List.of(event)).getFirst()))
                        .toList())
                .block(PATIENCE);
    }

    private static BigDecimal sum(List<BigDecimal> all) {
        return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
