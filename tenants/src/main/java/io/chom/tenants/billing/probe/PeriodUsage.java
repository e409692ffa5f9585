package io.chom.tenants.billing.probe;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.usage.Figures;
import io.chom.tenants.usage.Span;
import io.chom.tenants.usage.Totals;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was used in a period by the rollups, read beside the program's own reading of them. */
record PeriodUsage(Connection connection, Catalogues catalogues) {

    /** By whole hours, and by events where a zone's midnight is none. */
    private static final String USED = """
            select meter, sum(total) as total, max(peak) as peak, sum(events) as events from (
                select meter, total, peak, events from usage.hourly where tenant_id = ? and bucket >= ? and bucket < ?
                union all
                select meter, quantity, quantity, 1 from usage.counted
                where tenant_id = ? and (time >= ? and time < ? or time >= ? and time < ?)) as parts
            group by meter
            """;

    /** What does not come out of sums; a period that was billed is over, so that levels are known to its end. */
    private static final String FIGURES = """
            select meter, quantity as latest, quantity as seconds from usage.uniques(?, ?, ?)
            union all
            select meter, latest, seconds from usage.levels(?, ?, ?, 'infinity')
            """;

    /** By meter, in the aggregation of each. */
    Totals of(UUID tenant, Span span) throws SQLException {
        Instant start = span.from();
        Instant end = span.until();
        Instant first = start.plus(1, ChronoUnit.HOURS).minusNanos(1).truncatedTo(ChronoUnit.HOURS);
        Instant last = end.truncatedTo(ChronoUnit.HOURS);
        Map<MeterId, BigDecimal> used = new HashMap<>();
        each(USED, row -> sum(row, used), tenant, at(first), at(last), tenant, at(start), at(first), at(last), at(end));
        each(FIGURES, row -> figure(row, used), tenant, at(start), at(end), tenant, at(start), at(end));
        return new Totals(used);
    }

    private interface Reader {

        void read(ResultSet row) throws SQLException;
    }

    private void each(String question, Reader reader, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            bind(query, values);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private void sum(ResultSet row, Map<MeterId, BigDecimal> used) throws SQLException {
        var meter = catalogues.meter(new MeterId(row.getString("meter")));
        var column = meter.flatMap(PeriodUsage::column);
        if (column.isPresent()) {
            used.put(meter.get().id(), row.getBigDecimal(column.get()));
        }
    }

    private void figure(ResultSet row, Map<MeterId, BigDecimal> used) throws SQLException {
        BigDecimal latest = row.getBigDecimal("latest");
        BigDecimal seconds = row.getBigDecimal("seconds");
        catalogues
                .meter(new MeterId(row.getString("meter")))
                .ifPresent(meter ->
                        Figures.quantity(meter, latest, seconds).ifPresent(quantity -> used.put(meter.id(), quantity)));
    }

    private static Optional<String> column(Meter meter) {
        return switch (meter.aggregation()) {
            case SUM -> Optional.of("total");
            case MAX -> Optional.of("peak");
            case COUNT -> Optional.of("events");
            case UNIQUE, LATEST, TIME_WEIGHTED -> Optional.empty();
        };
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
    }
}
