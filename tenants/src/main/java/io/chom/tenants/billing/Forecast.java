package io.chom.tenants.billing;

import io.chom.tenants.usage.DailyUsage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a meter goes on until the end of its period, by what whole days in UTC before this one were like.
 *
 * <p>What adds up grows by the mean of each weekday; the interval is that of the sum of so many days with the spread that
 * days had around the mean of their weekday, and of the means themselves, which are known from few days (the prediction
 * interval of a mean and a sum, as in any text on regression: {@code s² · (m + m² / n)}). A level goes on by the mean change
 * from day to day, with the spread of those changes; the highest of a period never falls.
 */
final class Forecast {

    /** So many days back, whole weeks, are looked at. */
    static final int DAYS = 56;

    /** Fewer days than this tell nothing about a week. */
    private static final int FEWEST = 7;

    /** Four of five outcomes lie within so many standard deviations of the normal distribution. */
    private static final double NORMAL = 1.2816;

    private final List<LocalDate> days;
    private final Map<LocalDate, BigDecimal> quantities;

    /** @param history oldest first; from its first day on, days that are absent had none */
    Forecast(List<DailyUsage> history, LocalDate today) {
        quantities = history.stream().collect(Collectors.toUnmodifiableMap(DailyUsage::day, DailyUsage::quantity));
        days = history.isEmpty()
                ? List.of()
                : history.getFirst().day().datesUntil(today).toList();
    }

    /**
     * What a meter will have come to.
     *
     * @param used of it so far
     * @param end when the period ends
     * @return empty where too little is known, or nothing is left of the period
     */
    Optional<MeterForecast> of(MeterUsage used, Instant now, Instant end) {
        double left = Duration.between(now, end).toMinutes() / (24 * 60.0);
        if (days.size() < FEWEST || left <= 0) {
            return Optional.empty();
        }
        double[] more = used.meter().aggregation().isFlow() ? sum(now, end, left) : level(used.used(), left);
        return Optional.of(new MeterForecast(
                used, plus(used, more[0] - more[1]), plus(used, more[0]), plus(used, more[0] + more[1])));
    }

    /** Never less than was used already, and no finer than it is counted. */
    private static BigDecimal plus(MeterUsage used, double more) {
        return used.used()
                .add(BigDecimal.valueOf(Math.max(0, more)))
                .setScale(used.meter().decimals(), RoundingMode.HALF_UP)
                .max(used.used());
    }

    private double[] sum(Instant now, Instant end, double left) {
        double[] means = means();
        double spread = days.stream()
                .mapToDouble(day -> Math.pow(quantity(day) - mean(means, day), 2))
                .sum();
        int freedom = Math.max(1, days.size() - means.length);
        double more = 0;
        for (Instant from = now; from.isBefore(end); ) {
            LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
            Instant until = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant to = until.isBefore(end) ? until : end;
            more += mean(means, day) * Duration.between(from, to).toMinutes() / (24 * 60.0);
            from = to;
        }
        return new double[] {more, margin(spread, freedom, left, days.size())};
    }

    /** By weekday, Monday first. All seven are there: a week is the least that is looked at. */
    private double[] means() {
        return Stream.of(DayOfWeek.values())
                .mapToDouble(weekday -> days.stream()
                        .filter(day -> day.getDayOfWeek() == weekday)
                        .mapToDouble(this::quantity)
                        .average()
                        .orElse(0))
                .toArray();
    }

    private static double mean(double[] means, LocalDate day) {
        return means[day.getDayOfWeek().ordinal()];
    }

    /** A day on which nothing was told of a level is like the day before. */
    private double[] level(BigDecimal highest, double left) {
        double[] levels = new double[days.size()];
        for (int at = 0; at < levels.length; at++) {
            boolean isTold = quantities.containsKey(days.get(at));
            levels[at] = isTold || at == 0 ? quantity(days.get(at)) : levels[at - 1];
        }
        double[] steps = IntStream.range(1, levels.length)
                .mapToDouble(at -> levels[at] - levels[at - 1])
                .toArray();
        double mean = Arrays.stream(steps).average().orElse(0);
        double spread =
                Arrays.stream(steps).map(step -> Math.pow(step - mean, 2)).sum();
        double last = levels[levels.length - 1] + mean * left - highest.doubleValue();
        return new double[] {last, margin(spread, Math.max(1, steps.length - 1), left, steps.length)};
    }

    /**
     * So far to both sides four of five lie.
     *
     * @param spread sum of the squares of what days lay apart from what was expected
     * @param freedom of how many independent ones
     */
    private static double margin(double spread, int freedom, double left, int days) {
        // The quantile of Student's t by the first term of its expansion after Cornish and Fisher.
        double student = NORMAL + (NORMAL * NORMAL * NORMAL + NORMAL) / (4 * freedom);
        return student * Math.sqrt(spread / freedom * (left + left * left / days));
    }

    private double quantity(LocalDate day) {
        return quantities.getOrDefault(day, BigDecimal.ZERO).doubleValue();
    }
}
