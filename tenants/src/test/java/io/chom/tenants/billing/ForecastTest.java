package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Meter.Aggregation;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Money;
import io.chom.tenants.usage.DailyUsage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Instant NOW = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final int DAYS_LEFT = 13;

    @Test
    void what_is_the_same_every_week_goes_on_so_without_any_doubt() {
        var history = history(56, day -> isWeekend(day) ? 2 : 10);
        // Wednesday the 18th to Monday the 30th: nine working days and four of weekends.
        var forecast = forecast(history, Aggregation.SUM, "100").orElseThrow();
        assertThat(forecast.expected()).isEqualByComparingTo("198");
        assertThat(forecast.low()).isEqualByComparingTo("198");
        assertThat(forecast.high()).isEqualByComparingTo("198");
    }

    @Test
    void the_rest_of_a_day_counts_for_as_much_as_is_left_of_it() {
        var history = history(56, day -> 24);
        var soFar = usage(Aggregation.SUM, "0");
        var late = new Forecast(history, TODAY).of(soFar, END.minusSeconds(6 * 3_600), END);
        assertThat(late.orElseThrow().expected()).isEqualByComparingTo("6");
        assertThat(new Forecast(history, TODAY).of(soFar, END, END)).isEmpty();
    }

    @Test
    void less_than_a_week_tells_nothing_and_a_gap_is_a_day_without_any() {
        assertThat(forecast(history(6, day -> 5), Aggregation.SUM, "0")).isEmpty();
        assertThat(forecast(List.of(), Aggregation.SUM, "0")).isEmpty();
        var once = List.of(new DailyUsage(TODAY.minusDays(14), BigDecimal.valueOf(28)));
        var forecast = forecast(once, Aggregation.SUM, "0").orElseThrow();
        assertThat(forecast.expected()).as("one Wednesday of two").isEqualByComparingTo("28");
        assertThat(forecast.low()).isZero();
    }

    @Test
    void a_level_goes_on_as_it_grew_and_the_highest_never_falls() {
        var growing = forecast(
                        history(
                                29,
                                day -> TODAY.toEpochDay() - 1 - day.toEpochDay() > 27
                                        ? 72
                                        : 100 - (TODAY.toEpochDay() - 1 - day.toEpochDay())),
                        Aggregation.MAX,
                        "100")
                .orElseThrow();
        assertThat(growing.expected()).isEqualByComparingTo("113");
        var falling = forecast(history(28, day -> 100 + TODAY.toEpochDay() - day.toEpochDay()), Aggregation.MAX, "128")
                .orElseThrow();
        assertThat(falling.expected()).isEqualByComparingTo("128");
        assertThat(falling.isToReach()).isFalse();
    }

    /** What an interval of four of five promises, kept over many seeded customers with weeks and chance of their own. */
    @ParameterizedTest
    @CsvSource({"14, 0.3", "56, 0.3", "56, 1.0"})
    void four_of_five_end_within_the_interval(int days, double chance) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        int customers = 1_500;
        int within = 0;
        for (int one = 0; one < customers; one++) {
            double base = 5 + random.nextInt(500);
            double weekend = random.nextDouble();
            ToDoubleFunction<LocalDate> usage =
                    day -> base * (isWeekend(day) ? weekend : 1) + base * chance * random.nextGaussian() / 4;
            var forecast =
                    forecast(history(days, usage), Aggregation.SUM, "1000").orElseThrow();
            double truth = 1000
                    + TODAY.datesUntil(TODAY.plusDays(DAYS_LEFT))
                            .mapToDouble(usage)
                            .sum();
            boolean isWithin = forecast.low().doubleValue() <= truth
                    && truth <= forecast.high().doubleValue();
            within += isWithin ? 1 : 0;
        }
        System.out.println("within " + within / (double) customers);
        assertThat(within / (double) customers).isBetween(0.75, 0.85);
    }

    private static java.util.Optional<MeterForecast> forecast(
            List<DailyUsage> history, Aggregation aggregation, String used) {
        return new Forecast(history, TODAY).of(usage(aggregation, used), NOW, END);
    }

    private static List<DailyUsage> history(int days, ToDoubleFunction<LocalDate> usage) {
        return TODAY.minusDays(days)
                .datesUntil(TODAY)
                .map(day -> new DailyUsage(day, BigDecimal.valueOf(usage.applyAsDouble(day))))
                .toList();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static MeterUsage usage(Aggregation aggregation, String used) {
        var meter = new Meter(new MeterId("m"), new Meter.Words("M", "m"), aggregation, 2);
        var allowance = new Allowance(
                meter.id(), BigDecimal.valueOf(150), Allowance.Per.MONTH, Allowance.Enforcement.SOFT, null);
        return new MeterUsage(
                meter, allowance, new BigDecimal(used), BigDecimal.ZERO, Money.zero(Currency.getInstance("USD")));
    }
}
