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
                from usage.event
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
            ), wrong as (
                select tenant_id, cast(bucket at time zone 'UTC' as date) as day
                from hours e full join kept_hours f using (tenant_id, meter, bucket)
                where (e.total, e.peak, e.events) is distinct from (f.total, f.peak, f.events)
                union
                select tenant_id, bucket
                from days e full join kept_days f using (tenant_id, meter, bucket)
                where (e.total, e.peak, e.events) is distinct from (f.total, f.peak, f.events)
            )
            select tenant_id, reseller_id, day from wrong join asked using (tenant_id)
            order by tenant_id, day limit %d
            """.formatted(STEP);

    /** The lock of {@code UsageEvents}: nobody counts events of the tenant until the transaction is over. */
    private static final String LOCK = "select pg_advisory_xact_lock(7301, hashtext(?))";

    // The hours are named as the index has them. What has no events any more goes; the rest is written as it should be.
    private static final String HOURS = """
            with day as (
                select cast(? as uuid) as tenant, cast(? as date)::timestamp at time zone 'UTC' as first
            ), sums as (
                select meter, date_trunc('hour', time, 'UTC') as bucket, sum(quantity) as total, max(quantity) as peak,
                       count(*) as events
                from usage.event, day
                where tenant_id = tenant and time >= first and time < first + interval '1 day'
                  and date_bin('1 hour', time, '2000-01-01 00:00+00') >= first
                  and date_bin('1 hour', time, '2000-01-01 00:00+00') < first + interval '1 day'
                group by 1, 2
            ), gone as (
                delete from usage.hourly h using day
                where h.tenant_id = tenant and bucket >= first and bucket < first + interval '1 day'
                  and not exists (select from sums where sums.meter = h.meter and sums.bucket = h.bucket)
            )
            insert into usage.hourly (tenant_id, reseller_id, meter, bucket, total, peak, events)
            select t.tenant_id, t.reseller_id, meter, bucket, total, peak, events
            from sums, day join tenancy.tenant t on t.tenant_id = tenant
            on conflict (tenant_id, meter, bucket) do update
            set total = excluded.total, peak = excluded.peak, events = excluded.events
            """;

    private static final String DAY = """
            with day as (
                select cast(? as uuid) as tenant, cast(? as date) as first
            ), sums as (
                select meter, sum(total) as total, max(peak) as peak, sum(events) as events
                from usage.hourly, day
                where tenant_id = tenant and bucket >= first::timestamp at time zone 'UTC'
                  and bucket < (first + 1)::timestamp at time zone 'UTC'
                group by 1
            ), gone as (
                delete from usage.daily d using day
                where d.tenant_id = tenant and bucket = first
                  and not exists (select from sums where sums.meter = d.meter)
            )
            insert into usage.daily (tenant_id, reseller_id, meter, bucket, total, peak, events)
            select t.tenant_id, t.reseller_id, meter, first, total, peak, events
            from sums, day join tenancy.tenant t on t.tenant_id = tenant
            on conflict (tenant_id, meter, bucket) do update
            set total = excluded.total, peak = excluded.peak, events = excluded.events
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
        execute(HOURS, day.tenant().toString(), day.date().toString());
        execute(DAY, day.tenant().toString(), day.date().toString());
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
