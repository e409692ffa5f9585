package io.chom.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Events of the last twelve months, as if they had been sent: stored with random ids and counted in the rollups. The
 * first customer has a tenth of them, the rest is spread over customers of a reseller of its own.
 */
final class History {

    private static final int CUSTOMERS = 50;
    private static final long AT_ONCE = 500_000;

    /** Of two who store at the same time, each has customers of its own, so that none waits for a rollup of the other. */
    private static final List<Writer> WRITERS =
            List.of(new Writer(1, 22, "n % 5 = 0"), new Writer(23, CUSTOMERS, "false"));

    private final World world;
    private long events;

    History(World world) {
        this.world = world;
    }

    /** Adds what is missing to so many events. */
    void growTo(long wanted, List<String> readings) throws SQLException, IOException {
        long began = System.nanoTime();
        try (Connection connection = world.superuser("chom")) {
            prepare(connection);
            store((wanted - events) / WRITERS.size());
            events = wanted;
            Sql.run(connection, "analyze usage.event");
            Sql.run(connection, "checkpoint");
            readings.add("history of " + Sql.number(connection, "select count(*) from usage.event") + " events after "
                    + (System.nanoTime() - began) / 1_000_000_000 + " s more");
        }
    }

    /** So many events by each writer. */
    private void store(long each) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS.size())) {
            List<Callable<Void>> work =
                    WRITERS.stream().map(writer -> writing(writer, each)).toList();
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("The history cannot be stored", e);
        }
    }

    private Callable<Void> writing(Writer writer, long events) {
        return () -> {
            try (Connection connection = world.superuser("chom")) {
                Sql.run(connection, "set synchronous_commit = off");
                long parts = Math.ceilDiv(events, AT_ONCE);
                for (long part = 0; part < parts; part++) {
                    long more = Math.min(AT_ONCE, events - part * AT_ONCE);
                    Sql.run(connection, insertion(writer, more, (parts - part - 1.0) / parts, 1.0 / parts));
                }
            }
            return null;
        };
    }

    /**
     * Who stores events of some customers.
     *
     * @param first place of the first customer, from one
     * @param last place of the last
     * @param ofBig which events are of Blue Fox instead; a fifth of one half is a tenth of all
     */
    private record Writer(int first, int last, String ofBig) {}

    private void prepare(Connection connection) throws SQLException {
        Sql.run(connection, """
                insert into tenancy.tenant (tenant_id, reseller_id, kind, slug, name)
                select id, case n when 0 then id else first_value(id) over (order by n) end,
                       case n when 0 then 'reseller' else 'customer' end, 'history-' || n, 'History ' || n
                from (select n, gen_random_uuid() as id from generate_series(0, %d) n) as made
                where not exists (select from tenancy.tenant where slug = 'history-0')
                """.formatted(CUSTOMERS));
    }

    /**
     * The ids are random, the times spread evenly over a part of the year. The oldest part goes first, as events come in
     * reality: spread over the whole year by each statement, the indexes of all partitions would be needed at once.
     *
     * @param end how many years before now the part ends
     * @param length of the part, in years
     */
    private static String insertion(Writer writer, long more, double end, double length) {
        return """
                with customers as (
                    select tenant_id, reseller_id, row_number() over (order by tenant_id) as place
                    from tenancy.tenant where slug like 'history-%%' and kind = 'customer'
                ), big as (
                    select tenant_id, reseller_id from tenancy.tenant where slug = 'blue-fox'
                ), sent as (
                    select case when %1$s then big.tenant_id else c.tenant_id end as tenant_id,
                           case when %1$s then big.reseller_id else c.reseller_id end as reseller_id,
                           gen_random_uuid()::text as id,
                           (array['bandwidth_gb', 'storage_gb', 'sites'])[1 + n %% 3] as meter,
                           now() - (%5$s + random() * %6$s) * interval '365 days' as time
                    from generate_series(1, %2$d) n, big, customers c
                    where c.place = %3$d + n %% %4$d
                ), stored as (
                    insert into usage.event (tenant_id, reseller_id, id, meter, quantity, time, attributes)
                    select tenant_id, reseller_id, id, meter, 0.001, time, '{}' from sent
                    returning tenant_id, reseller_id, meter, time
                ), hours as (
                    insert into usage.hourly as h (tenant_id, reseller_id, meter, bucket, total, peak, events)
                    select tenant_id, reseller_id, meter, date_trunc('hour', time, 'UTC'), 0.001 * count(*), 0.001, count(*)
                    from stored group by 1, 2, 3, 4
                    on conflict (tenant_id, meter, bucket) do update
                    set total = h.total + excluded.total, events = h.events + excluded.events
                )
                insert into usage.daily as d (tenant_id, reseller_id, meter, bucket, total, peak, events)
                select tenant_id, reseller_id, meter, (time at time zone 'UTC')::date, 0.001 * count(*), 0.001, count(*)
                from stored group by 1, 2, 3, 4
                on conflict (tenant_id, meter, bucket) do update
                set total = d.total + excluded.total, events = d.events + excluded.events
                """.formatted(
                        writer.ofBig(),
                        more,
                        writer.first(),
                        writer.last() - writer.first() + 1,
                        BigDecimal.valueOf(end).toPlainString(),
                        BigDecimal.valueOf(length).toPlainString());
    }
}
