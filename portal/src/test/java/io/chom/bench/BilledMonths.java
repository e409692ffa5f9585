package io.chom.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** A month of usage of customers with a plan, stored and counted as if it had been sent. */
final class BilledMonths {

    /** What each of them sends in a month. */
    static final int EVENTS = 100;

    private static final String LAST_MONTH = "date_trunc('month', now(), 'UTC') - interval '1 month'";
    private static final String THIS_MONTH = "date_trunc('month', now(), 'UTC')";

    private BilledMonths() {}

    /** All of last month for {@link Customers} of this name; not to be billed before {@link #end}. */
    static void last(Connection connection, String name) throws SQLException {
        subscribe(connection, name, LAST_MONTH, "null");
        use(connection, name, EVENTS, LAST_MONTH, THIS_MONTH);
    }

    /** So many events of the month that runs, of each. */
    static void running(Connection connection, String name, int events) throws SQLException {
        subscribe(connection, name, THIS_MONTH, THIS_MONTH + " + interval '1 month'");
        use(connection, name, events, THIS_MONTH, "now()");
    }

    /** From now on the last month of these is to be billed. */
    static void end(Connection connection, String name) throws SQLException {
        Sql.run(connection, """
                update billing.subscription s set period_end = %s from tenancy.tenant t
                 where t.tenant_id = s.tenant_id and t.slug like '%s-%%'
                """.formatted(THIS_MONTH, name));
    }

    /** As if nobody’s usage had to be looked at today, and this week’s mails had been written on its first day. */
    static void seenTo(Connection connection) throws SQLException {
        Sql.run(connection, """
                insert into billing.usage_watch (tenant_id, reseller_id, looked_at)
                select tenant_id, reseller_id, now() + interval '1 day' from billing.subscription on conflict do nothing
                """);
        Sql.run(connection, """
                insert into billing.usage_report (tenant_id, reseller_id, kind, starts_on, written_at)
                select tenant_id, reseller_id, 'week', date_trunc('week', now() at time zone 'UTC')::date, now()
                  from billing.subscription on conflict do nothing
                """);
    }

    /** How many of them wait for their invoice. */
    static long waiting(Connection connection) throws SQLException {
        return Sql.number(connection, "select count(*) from billing.subscription where period_end <= now()");
    }

    /** Whether any still does, which costs next to nothing to ask. */
    static boolean isAnyWaiting(Connection connection) throws SQLException {
        return Sql.number(
                        connection,
                        "select count(*) from (select from billing.subscription where period_end <= now() limit 1) as one")
                > 0;
    }

    private static void subscribe(Connection connection, String name, String from, String end) throws SQLException {
        Sql.run(connection, """
                insert into billing.subscription (id, tenant_id, reseller_id, catalogue, version, plan, term, status, anchor_day,
                       time_zone, started_at, invoiced_until, period_end)
                select gen_random_uuid(), tenant_id, reseller_id, 'hosting', 2, 'starter', 'month', 'active', 1, 'UTC', %1$s,
                       (%1$s)::date, %2$s
                  from tenancy.tenant where slug like '%3$s-%%'
                """.formatted(from, end, name));
    }

    /** Sites and storage stay within what Starter includes for about half of them, bandwidth too. */
    private static void use(Connection connection, String name, int events, String from, String until)
            throws SQLException {
        Sql.run(connection, """
                with sent as (
                    select t.tenant_id, t.reseller_id, gen_random_uuid()::text as id,
                           (array['bandwidth_gb', 'storage_gb', 'sites'])[1 + n %% 3] as meter,
                           case n %% 3 when 0 then round((random() * 600 / %1$d)::numeric, 3) when 1 then
                               round((random() * 12)::numeric, 2) else floor(random() * 7)::numeric end as quantity,
                           %2$s + random() * (%3$s - (%2$s)) as time
                      from tenancy.tenant t, generate_series(1, %1$d) n where t.slug like '%4$s-%%'
                ), stored as (
                    insert into usage.event (tenant_id, reseller_id, id, meter, quantity, time, attributes)
                    select tenant_id, reseller_id, id, meter, quantity, time, '{}' from sent
                    returning tenant_id, reseller_id, meter, quantity, time
                ), hours as (
                    insert into usage.hourly (tenant_id, reseller_id, meter, bucket, total, peak, events)
                    select tenant_id, reseller_id, meter, date_trunc('hour', time, 'UTC'), sum(quantity), max(quantity), count(*)
                      from stored group by 1, 2, 3, 4
                )
                insert into usage.daily (tenant_id, reseller_id, meter, bucket, total, peak, events)
                select tenant_id, reseller_id, meter, (time at time zone 'UTC')::date, sum(quantity), max(quantity), count(*)
                  from stored group by 1, 2, 3, 4
                """.formatted(events, from, until, name));
    }
}
