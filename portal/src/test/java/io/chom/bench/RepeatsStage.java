package io.chom.bench;

import io.chom.portal.client.Http;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** The same event many times at once: stored and counted exactly once in every trial. */
final class RepeatsStage implements Stage {

    private static final int TRIALS = 1_000;
    private static final int AT_ONCE = 16;

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        var product = world.product();
        String prefix = "repeat-" + UUID.randomUUID() + "-";
        String key = "Authorization: Bearer " + world.key("blue-fox");
        var event = new AtomicReference<String>();
        var trial = new int[1];
        var barrier = new CyclicBarrier(AT_ONCE, () -> event.set(body(prefix + trial[0]++)));
        Callable<Void> sender = () -> {
            for (int n = 0; n < TRIALS; n++) {
                barrier.await();
                var answer = Http.post(
                        product.api(),
                        "acme.localhost:" + product.api(),
                        "/api/v1/usage/events",
                        event.get(),
                        key,
                        "Content-Type: application/json");
                if (answer.status() != 202) {
                    throw new IllegalStateException(answer.toString());
                }
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(n -> sender).toList())) {
                done.get();
            }
        }
        return judge(world, prefix, readings);
    }

    private static String body(String id) {
        return "[" + UsageLoad.event(id, "sites", "1") + "]";
    }

    private static List<Figure> judge(World world, String prefix, List<String> readings)
            throws SQLException, java.io.IOException, InterruptedException {
        try (Connection connection = world.superuser("chom")) {
            long stored = 0;
            for (int patience = 0; patience < 100 && stored < TRIALS; patience++) {
                TimeUnit.MILLISECONDS.sleep(100);
                stored = Sql.number(connection, "select count(*) from usage.event where id like '" + prefix + "%'");
            }
            long wrong = Sql.number(
                    connection,
                    "select count(*) from (select id from usage.event where id like '" + prefix
                            + "%' group by id having count(*) <> 1) as twice");
            long uncounted = Sql.number(connection, """
                    select abs((select sum(events) from usage.daily) - (select count(*) from usage.event))""");
            readings.add(TRIALS + " trials of " + AT_ONCE + ": " + stored + " stored, " + wrong
                    + " more than once, counts differ by " + uncounted);
            return List.of(Figure.atMost(
                    0,
                    "trials",
                    "ingest.repeats",
                    TRIALS - stored + wrong + uncounted,
                    "Of 1,000 trials of 16 identical events at once: not stored and counted exactly once"));
        }
    }
}
