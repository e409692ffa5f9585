package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC,
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Pacific/Chatham"),
            // Their clocks go forward at midnight, so that some days begin at 01:00.
            ZoneId.of("America/Santiago"),
            ZoneId.of("Africa/Cairo"));

    @ParameterizedTest
    @CsvSource({
        "2026-02-10T00:00:00Z, 1,  UTC, 2026-02-01, 2026-03-01",
        "2026-02-10T00:00:00Z, 31, UTC, 2026-01-31, 2026-02-28",
        "2026-02-28T00:00:00Z, 31, UTC, 2026-02-28, 2026-03-31",
        "2026-02-28T00:00:00Z, 29, UTC, 2026-02-28, 2026-03-29",
        "2028-02-28T23:59:59Z, 29, UTC, 2028-01-29, 2028-02-29",
        "2028-02-29T00:00:00Z, 31, UTC, 2028-02-29, 2028-03-31",
        "2026-04-30T12:00:00Z, 31, UTC, 2026-04-30, 2026-05-31",
        "2026-12-31T23:30:00Z, 1,  UTC, 2026-12-01, 2027-01-01",
        "2026-12-31T23:30:00Z, 1,  Europe/Berlin, 2027-01-01, 2027-02-01",
        "2027-01-01T03:00:00Z, 1,  America/New_York, 2026-12-01, 2027-01-01",
        "2026-02-28T18:29:59Z, 1,  Asia/Kolkata, 2026-02-01, 2026-03-01",
        "2026-02-28T18:30:00Z, 1,  Asia/Kolkata, 2026-03-01, 2026-04-01",
    })
    void begins_on_the_anchor_day_or_the_last_of_a_shorter_month(
            Instant at, int anchor, ZoneId zone, LocalDate from, LocalDate until) {
        assertThat(Period.at(at, anchor, zone)).isEqualTo(new Period(from, until, zone));
    }

    @Test
    void a_day_without_a_midnight_begins_when_its_clock_does() {
        Period period = Period.at(Instant.parse("2026-09-10T12:00:00Z"), 6, ZoneId.of("America/Santiago"));

        assertThat(period.start()).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void law_periods_cover_time_without_gap_or_overlap() {
        RandomGenerator random = seeded();
        for (int trial = 0; trial < 20_000; trial++) {
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            int anchor = 1 + random.nextInt(31);
            Instant instant = Instant.ofEpochSecond(random.nextLong(1_500_000_000L, 2_200_000_000L));

            Period period = Period.at(instant, anchor, zone);
            Period next = Period.at(period.end(), anchor, zone);

            assertThat(period.start()).isBeforeOrEqualTo(instant);
            assertThat(period.end()).isAfter(instant);
            assertThat(next.from()).isEqualTo(period.until());
            assertThat(Period.at(period.end().minusNanos(1), anchor, zone)).isEqualTo(period);
            assertThat(period.days()).isBetween(28, 31);
            assertThat(period.from().getDayOfMonth())
                    .isEqualTo(Math.min(anchor, period.from().lengthOfMonth()));
            assertThat(period.daysLeft(instant)).isBetween(1, period.days());
            assertThat(period.daysLeft(period.end())).isZero();
        }
    }

    static RandomGenerator seeded() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
