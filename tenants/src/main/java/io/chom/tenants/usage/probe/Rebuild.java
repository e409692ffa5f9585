package io.chom.tenants.usage.probe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes wrong rollups anew from their events, while the program counts: a day of a tenant in a transaction, under the lock
 * that counting holds.
 */
final class Rebuild {

    /** So many days are looked for at once. */
    private static final int STEP = 500;

    private static final String WRONG = """
            with asked as (
                select tenant_id, reseller_id from tenancy.tenant where cast(? as text) is null or slug = ?
            ), span as (
                select cast(? as date) as first, cast(? as date) as last
            ), hours as (
                select tenant_id, meter, date_trunc('hour', time, 'UTC') as bucket, sum(quantity) as total,
                       max(quantity) as peak, count(*) as events
                from usage.counted
                where time >= (select first from span)::timestamp at time zone 'UTC'
                  and time < (select last from span)::timestamp at time zone 'UTC'
                  and tenant_id in (select tenant_id from asked) group by 1, 2, 3
            ), days as (
                select tenant_id, meter, cast(bucket at time zone 'UTC' as date) as bucket, sum(total) as total,
                       max(peak) as peak, sum(events) as events
                from hours group by 1, 2, 3
            ), kept_hours as (
                select * from usage.hourly
                where bucket >= (select first from span)::timestamp at time zone 'UTC'
                  and bucket < (select last from span)::timestamp at time zone 'UTC'
                  and tenant_id in (select tenant_id from asked)
            ), kept_days as (
                select * from usage.daily
                where bucket >= (select first from span) and bucket < (select last from span)
                  and tenant_id in (select tenant_id from asked)
            ), values_told as (
                select distinct tenant_id, meter, date_trunc('hour', time, 'UTC') as bucket, value
                from usage.counted
                where measure = 'unique' and time >= (select first from span)::timestamp at time zone 'UTC'
                  and time < (select last from span)::timestamp at time zone 'UTC'
                  and tenant_id in (select tenant_id from asked)
            ), kept_values as (
                select * from usage.seen
                where bucket >= (select first from span)::timestamp at time zone 'UTC'
                  and bucket < (select last from span)::timestamp at time zone 'UTC'
                  and tenant_id in (select tenant_id from asked)
            ), level_hours as (
                select distinct tenant_id, date_trunc('hour', time, 'UTC') as bucket
                from usage.counted
                where measure = 'level' and time >= (select first from span)::timestamp at time zone 'UTC'
                  and time < (select last from span)::timestamp at time zone 'UTC'
                  and tenant_id in (select tenant_id from asked)
            ), levels_told as (
                select tenant_id, bucket, told.*
                from level_hours, lateral usage.levels_of_events(tenant_id, bucket, bucket + interval '1 hour') as told
            ), kept_levels as (
                select * from usage.level
                where bucket >= (select first from span)::timestamp at time zone 'UTC'
                  and bucket < (select last from span)::timestamp at time zone 'UTC'
                  and tenant_id in (select tenant_id from asked)
            ), wrong as (
                select tenant_id, cast(bucket at time zone 'UTC' as date) as day
                from hours e full join kept_hours f using (tenant_id, meter, bucket)
                where (e.total, e.peak, e.events) is distinct from (f.total, f.peak, f.events)
                union
                select tenant_id, bucket
                from days e full join kept_days f using (tenant_id, meter, bucket)
                where (e.total, e.peak, e.events) is distinct from (f.total, f.peak, f.events)
                union
                select tenant_id, cast(bucket at time zone 'UTC' as date)
                from values_told e full join kept_values f using (tenant_id, meter, bucket, value)
                where e.tenant_id is null or f.tenant_id is null
                union
                select tenant_id, cast(bucket at time zone 'UTC' as date)
                from levels_told e full join kept_levels f using (tenant_id, meter, bucket, subject)
                where (e.first_at, e.last_at, e.last_quantity, e.area)
                      is distinct from (f.first_at, f.last_at, f.last_quantity, f.area)
            )
            select tenant_id, reseller_id, day from wrong join asked using (tenant_id)
            order by tenant_id, day limit %d
            """.formatted(STEP);

    /** The lock of {@code UsageEvents}: nobody counts events of the tenant until the transaction is over. */
    private static final String LOCK = "select pg_advisory_xact_lock(7301, hashtext(?))";

    private static final String REWRITE = """
            select from (select cast(? as date)::timestamp at time zone 'UTC' as starting) as day,
                        lateral usage.rewrite(cast(? as uuid), starting, starting + interval '1 day')
            """;

    /** As {@code UsageChanges} tells it. */
    private static final String TELL = "select pg_notify('chom', 'usage_changed ' || ? || ' ' || ?)";

    private final Connection connection;

    Rebuild(Connection connection) {
        this.connection = connection;
    }

    private record Day(UUID tenant, UUID reseller, LocalDate date) {}

    /**
     * Puts a month right, some days at a time, as long as that finds days it did not have before.
     *
     * @return how many days of a tenant were written
     */
    long month(@Nullable String tenant, LocalDate month) throws SQLException {
        long written = 0;
        List<Day> before = List.of();
        for (var wrong = wrong(tenant, month);
                !wrong.isEmpty() && !wrong.equals(before);
                wrong = wrong(tenant, month)) {
            for (Day day : wrong) {
                write(day);
                written++;
            }
            before = wrong;
        }
        return written;
    }

    private List<Day> wrong(@Nullable String tenant, LocalDate month) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WRONG)) {
            query.setString(1, tenant);
            query.setString(2, tenant);
            query.setString(3, month.toString());
            query.setString(4, month.plusMonths(1).toString());
            var days = new ArrayList<Day>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    days.add(new Day(
                            Objects.requireNonNull(rows.getObject(1, UUID.class)),
                            Objects.requireNonNull(rows.getObject(2, UUID.class)),
                            Objects.requireNonNull(rows.getObject(3, LocalDate.class))));
                }
            }
            connection.commit();
            return days;
        }
    }

    private void write(Day day) throws SQLException {
        execute(LOCK, day.tenant().toString());
        execute(REWRITE, day.date().toString(), day.tenant().toString());
        execute(TELL, day.tenant().toString(), day.reseller().toString());
        connection.commit();
    }

    private void execute(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setString(at + 1, values[at]);
            }
            statement.execute();
        }
    }
}
