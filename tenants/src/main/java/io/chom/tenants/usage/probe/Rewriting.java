package io.chom.tenants.usage.probe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Writes the rollups of one day in UTC of a tenant from its events, and what has no events goes. */
record Rewriting(Connection connection, UUID tenant, LocalDate date) {

    /** The lock of {@code UsageEvents}: nobody counts events of the tenant until the transaction is over. */
    private static final String LOCK = "select pg_advisory_xact_lock(7301, hashtext(?))";

    // The hours are named as the index has them. What has no events any more goes; the rest is written as it should be.
    private static final String HOURS = """
            with day as (
                select cast(? as uuid) as tenant, cast(? as date)::timestamp at time zone 'UTC' as first
            ), sums as (
                select meter, date_trunc('hour', time, 'UTC') as bucket, sum(quantity) as total, max(quantity) as peak,
                       count(*) as events
                from usage.counted, day
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

    private static final String VALUES = """
            with day as (
                select cast(? as uuid) as tenant, cast(? as date)::timestamp at time zone 'UTC' as first
            ), told as (
                select distinct meter, date_trunc('hour', time, 'UTC') as bucket, value
                from usage.counted, day
                where tenant_id = tenant and measure = 'unique' and time >= first and time < first + interval '1 day'
                  and date_bin('1 hour', time, '2000-01-01 00:00+00') >= first
                  and date_bin('1 hour', time, '2000-01-01 00:00+00') < first + interval '1 day'
            ), gone as (
                delete from usage.seen s using day
                where s.tenant_id = tenant and bucket >= first and bucket < first + interval '1 day'
                  and (s.meter, s.bucket, s.value) not in (select meter, bucket, value from told)
            )
            insert into usage.seen (tenant_id, reseller_id, meter, bucket, value)
            select t.tenant_id, t.reseller_id, meter, bucket, value
            from told, day join tenancy.tenant t on t.tenant_id = tenant
            on conflict do nothing
            """;

    private static final String LEVELS = """
            with day as (
                select cast(? as uuid) as tenant, cast(? as date)::timestamp at time zone 'UTC' as first
            ), told as (
                select hour.bucket, level.*
                from day, lateral generate_series(first, first + interval '23 hours', interval '1 hour') as hour (bucket),
                     lateral usage.levels_of_events(tenant, hour.bucket, hour.bucket + interval '1 hour') as level
            ), gone as (
                delete from usage.level l using day
                where l.tenant_id = tenant and bucket >= first and bucket < first + interval '1 day'
                  and (l.meter, l.subject, l.bucket) not in (select meter, subject, bucket from told)
            )
            insert into usage.level (tenant_id, reseller_id, meter, subject, bucket, first_at, last_at, last_quantity, area)
            select t.tenant_id, t.reseller_id, meter, subject, bucket, first_at, last_at, last_quantity, area
            from told, day join tenancy.tenant t on t.tenant_id = tenant
            on conflict (tenant_id, meter, subject, bucket) do update
            set first_at = excluded.first_at, last_at = excluded.last_at, last_quantity = excluded.last_quantity,
                area = excluded.area
            """;

    /** As {@code UsageChanges} tells it. */
    private static final String TELL = "select pg_notify('chom', 'usage_changed ' || ? || ' ' || ?)";

    /** Leaves the rest of the transaction to the caller. */
    void run() throws SQLException {
        execute(LOCK, tenant.toString());
        for (String one : List.of(HOURS, DAY, VALUES, LEVELS)) {
            execute(one, tenant.toString(), date.toString());
        }
    }

    /** Lets open screens read again once the transaction is over. */
    void tell(UUID reseller) throws SQLException {
        execute(TELL, tenant.toString(), reseller.toString());
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
