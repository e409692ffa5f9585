package io.chom.portal.usage;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.usage.DailyUsage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The days of the meter that was chosen for the chart.
 *
 * @param usage the meter in its period
 * @param days its days with usage
 * @param from first day of the chart
 * @param until day after its last
 */
record Chosen(MeterUsage usage, List<DailyUsage> days, LocalDate from, LocalDate until) {

    boolean isEmpty() {
        return days.stream().allMatch(day -> day.quantity().signum() == 0);
    }

    /** Every day of the chart. Traffic of a day without events is zero; a level of which nobody told is unknown: a gap. */
    SequencedMap<LocalDate, Optional<BigDecimal>> points() {
        var points = new TreeMap<LocalDate, Optional<BigDecimal>>();
        from.datesUntil(until).forEach(day -> points.put(day, silence()));
        days.forEach(day -> points.put(day.day(), Optional.of(day.quantity())));
        return points;
    }

    /** The points as a table for spreadsheets: exact figures, an unknown one empty. */
    List<List<String>> rows(Language language) {
        var meter = usage.meter();
        var heads = List.of(language.say("usage.csv.day"), Formats.column(meter));
        return Stream.concat(Stream.of(heads), points().entrySet().stream().map(Chosen::row))
                .toList();
    }

    private static List<String> row(Map.Entry<LocalDate, Optional<BigDecimal>> point) {
        return List.of(
                point.getKey().toString(),
                point.getValue().map(BigDecimal::toPlainString).orElse(""));
    }

    private Optional<BigDecimal> silence() {
        return isFlow() ? Optional.of(BigDecimal.ZERO) : Optional.empty();
    }

    /** A day is compared with the allowance only where that is one of a day, or a level that holds on every day. */
    Optional<BigDecimal> allowance() {
        var allowance = usage.allowance();
        boolean isOfDays = allowance.per() == Allowance.Per.DAY || !isFlow();
        return isOfDays ? Optional.of(allowance.included()) : Optional.empty();
    }

    private boolean isFlow() {
        return usage.meter().aggregation().isFlow();
    }
}
