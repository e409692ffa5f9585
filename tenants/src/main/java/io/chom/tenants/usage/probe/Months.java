package io.chom.tenants.usage.probe;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The months for which there may be events or rollups, each looked at by itself. */
final class Months {

    private static final String ENDS = """
            select cast(least(events.first, (select min(bucket) from usage.daily),
                              (select cast(min(bucket) at time zone 'UTC' as date) from usage.hourly)) as date),
                   cast(greatest(events.last, (select max(bucket) from usage.daily),
                                 (select cast(max(bucket) at time zone 'UTC' as date) from usage.hourly)) as date)
              from (select min(to_date(right(relname, 7), 'YYYY_MM')) as first, max(to_date(right(relname, 7), 'YYYY_MM')) as last
                      from pg_inherits join pg_class on pg_class.oid = inhrelid
                     where inhparent = 'usage.event'::regclass) as events
            """;

    private Months() {}

    static List<LocalDate> of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ENDS)) {
            row.next();
            var first =
                    Objects.requireNonNull(row.getObject(1, LocalDate.class)).withDayOfMonth(1);
            var last = Objects.requireNonNull(row.getObject(2, LocalDate.class));
            return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                    .toList();
        }
    }
}
