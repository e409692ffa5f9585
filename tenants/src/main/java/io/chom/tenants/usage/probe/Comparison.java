package io.chom.tenants.usage.probe;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Two ways to the same figures, compared by the database, of which only what differs comes out. */
enum Comparison {
    HOURS_OF_EVENTS("hours of events", "date_trunc('hour', time, 'UTC')", Source.EVENTS, Source.HOURS),
    DAYS_OF_EVENTS("days of events", "cast(time at time zone 'UTC' as date)", Source.EVENTS, Source.DAYS),
    DAYS_OF_HOURS("days of hours", "cast(bucket at time zone 'UTC' as date)", Source.HOURS, Source.DAYS),
    VALUES_OF_EVENTS("values of events", "bucket", Source.VALUES_OF_EVENTS, Source.VALUES),
    LEVELS_OF_EVENTS("levels of events", "bucket", Source.LEVELS_OF_EVENTS, Source.LEVELS);

    // What is expected is worked out anew; what is found is read. One statement sees one moment, in which events and
    // rollups belong together, whatever is counted meanwhile.
    private static final String QUERY = """
            with asked as (
                select cast(? as text) as slug, cast(? as date) as first, cast(? as date) as last
            ), expected as (
                select tenant_id, meter, %s as bucket, %s
                from %s
                where ((select slug from asked) is null
                       or tenant_id = (select tenant_id from tenancy.tenant where slug = (select slug from asked)))
                  and %s group by 1, 2, 3
            ), found as (
                select tenant_id, meter, bucket, total, peak, events from %s
                where ((select slug from asked) is null
                       or tenant_id = (select tenant_id from tenancy.tenant where slug = (select slug from asked)))
                  and %s
            ), compared as (
                select tenant_id, meter, bucket,
                       e.total as total, e.peak as peak, e.events as events,
                       f.total as found_total, f.peak as found_peak, f.events as found_events,
                       (e.total, e.peak, e.events) is distinct from (f.total, f.peak, f.events) as differs
                from expected e full join found f using (tenant_id, meter, bucket)
            )
            select slug, meter, cast(bucket as text), total, peak, events, found_total, found_peak, found_events,
                   (select count(*) from compared) as compared,
                   (select count(*) from compared where differs) as differing
              from compared right join (select 1) as always on differs
              left join tenancy.tenant using (tenant_id)
             order by slug, meter, bucket limit %d
            """;

    private final String what;
    private final String query;

    Comparison(String what, String bucket, Source expected, Source found) {
        this.what = what;
        this.query = QUERY.formatted(
                bucket, expected.sums, expected.table, expected.range, found.table, found.range, Findings.MOST);
    }

    /** Compares a month. */
    void run(Connection connection, @Nullable String tenant, LocalDate month, Findings findings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, tenant);
            statement.setString(2, month.toString());
            statement.setString(3, month.plusMonths(1).toString());
            try (ResultSet rows = statement.executeQuery()) {
                read(rows, findings);
            }
        }
    }

    /** There is always a row, so that it is told how much was compared. */
    private void read(ResultSet rows, Findings findings) throws SQLException {
        long before = findings.count();
        long differing = 0;
        for (boolean isFirst = true; rows.next(); isFirst = false) {
            if (isFirst) {
                findings.compared(what, rows.getLong("compared"));
                differing = rows.getLong("differing");
            }
            if (differing > 0) {
                findings.add(difference(rows));
            }
        }
        findings.unheld(before + differing - findings.count());
    }

    private Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                what,
                row.getString("slug"),
                row.getString("meter"),
                row.getString("bucket"),
                figures(row, ""),
                figures(row, "found_"));
    }

    private static String figures(ResultSet row, String side) throws SQLException {
        BigDecimal total = row.getBigDecimal(side + "total");
        return total == null
                ? "nothing"
                : "%s (peak %s, %d events)"
                        .formatted(
                                total.stripTrailingZeros().toPlainString(),
                                row.getBigDecimal(side + "peak")
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                row.getLong(side + "events"));
    }
}
