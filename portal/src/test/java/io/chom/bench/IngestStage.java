package io.chom.bench;

import io.chom.bench.Contest.Workload;
import io.chom.portal.client.Http;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Usage through the whole path, from the request to the rollups, beside the plainest that the same database can do; and
 * both the ingest and the overview while the history grows.
 */
final class IngestStage implements Stage {

    private static final long LITTLE = 1_000_000;
    private static final int BATCH = 100;
    private static final int PLAIN_BATCH = 1_000;
    private static final int TENANTS = 10_000;

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        var product = world.product();
        var history = new History(world);
        var load = new UsageLoad(world, product.api());
        List<Figure> figures = new ArrayList<>();

        history.growTo(Math.min(LITTLE, options.history() / 10), readings);
        figures.add(single(world, options, readings, load));
        double plain = plain(world, options, readings);
        double young = ingest(world, options, readings, load);
        figures.add(Figure.atLeast(
                0.4,
                "ratio",
                "ingest.batch",
                young / plain,
                "Events by 100 a call, beside plain inserts of 1,000 on one connection"));
        figures.add(Figure.atLeast(
                0.4,
                "ratio",
                "ingest.tenants",
                ingest(world, options, readings, ofMany(world, options)) / plain,
                "The same of 10,000 tenants"));
        double before = overview(world, options, readings, "a little history");

        history.growTo(options.history(), readings);
        double old = ingest(world, options, readings, load);
        String much = Figure.plain(options.history() / 1e6) + " million";
        figures.add(Figure.atLeast(
                0.8,
                "ratio",
                "ingest.history",
                old / young,
                "Ingest with a history of " + much + ", beside 1 million"));
        double after = overview(world, options, readings, "the whole history");
        figures.add(Figure.atMost(
                1.25, "ratio", "overview.history", after / before, "Overview p95 with " + much + ", beside 1 million"));
        figures.add(Figure.atMost(50, "ms", "overview.p95", after, "Overview p95 over HTTP with " + much));
        figures.add(Figure.atMost(
                10,
                "ms",
                "overview.database",
                new StatementTimes(world).p95(() -> overview(world, options, readings, "while the database notes")),
                "Overview p95 in the database, tenant with a tenth of the history"));
        return figures;
    }

    private static UsageLoad ofMany(World world, Options options)
            throws IOException, SQLException, InterruptedException {
        try (Connection connection = world.superuser("chom")) {
            Customers.add(connection, "acme", "sender", options.count(TENANTS));
            return new UsageLoad(world.product().api(), Customers.keys(connection, "sender"));
        }
    }

    /** One event a call; the events must also be counted in the same time. */
    private static Figure single(World world, Options options, List<String> readings, UsageLoad load)
            throws IOException, InterruptedException, SQLException {
        var product = world.product();
        var bare = world.bare();
        var contest = new Contest(options, readings);
        var stored = new Workload("bare event", bare.jvm(), bare.port(), 202, UsageLoad::bare);
        var accepted = new Workload("event by key", product.jvm(), product.api(), 202, load.of(1));
        var scores = contest.between(64, stored, accepted);
        Duration late = awaitCounted(world);
        readings.add("counted " + late.toMillis() + " ms after the last event was accepted");
        return Figure.atLeast(
                0.8,
                "ratio",
                "ingest.single",
                scores.get(1).rate() / scores.get(0).rate(),
                "One event a call, beside a bare insert");
    }

    /** Events a second until the last one is in the rollups. */
    private static double ingest(World world, Options options, List<String> readings, UsageLoad load)
            throws IOException, InterruptedException, SQLException {
        var product = world.product();
        Load.run(product.api(), 8, options.round(), 202, load.of(BATCH));
        awaitCounted(world);
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            Duration processor = product.jvm().processorTime();
            Load.Result result = Load.run(product.api(), 8, options.round(), 202, load.of(BATCH));
            Duration late = awaitCounted(world);
            long events = result.answers() * BATCH;
            rates.add(events / (result.elapsed().plus(late).toNanos() / 1e9));
            readings.add("batches: %.0f events/s accepted, %.0f/s counted, %.1f µs of processor time each"
                    .formatted(
                            result.perSecond() * BATCH,
                            rates.getLast(),
                            product.jvm().processorTime().minus(processor).toNanos() / 1000.0 / events));
            System.out.println("    " + readings.getLast());
        }
        return Contest.median(rates, Double::doubleValue);
    }

    /** Waits until the rollups stand still, which is after the consumers have nothing left; says how long that took. */
    private static Duration awaitCounted(World world) throws IOException, SQLException, InterruptedException {
        long began = System.nanoTime();
        long changed = began;
        try (Connection connection = world.superuser("chom")) {
            long before = -1;
            while (System.nanoTime() - changed < 2_000_000_000L) {
                long now = Sql.number(connection, "select sum(events)::bigint from usage.daily");
                if (now != before) {
                    before = now;
                    changed = System.nanoTime();
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return Duration.ofNanos(changed - began);
    }

    private static double plain(World world, Options options, List<String> readings)
            throws SQLException, IOException, InterruptedException {
        world.bare();
        String insertion = "insert into event values "
                + String.join(",", java.util.Collections.nCopies(PLAIN_BATCH, "(?, ?, ?, ?, now())"))
                + " on conflict do nothing";
        List<Double> rates = new ArrayList<>();
        try (Connection connection = world.superuser("bare");
                var statement = connection.prepareStatement(insertion)) {
            for (int round = -1; round < options.rounds(); round++) {
                long began = System.nanoTime();
                long end = began + options.round().toNanos();
                long rows = 0;
                while (System.nanoTime() < end) {
                    for (int n = 0; n < PLAIN_BATCH; n++) {
                        statement.setObject(
                                4 * n + 1,
                                new UUID(1, ThreadLocalRandom.current().nextInt(4)));
                        statement.setString(4 * n + 2, UUID.randomUUID().toString());
                        statement.setString(4 * n + 3, "bandwidth_gb");
                        statement.setBigDecimal(4 * n + 4, java.math.BigDecimal.ONE);
                    }
                    rows += statement.executeUpdate();
                }
                if (round >= 0) {
                    rates.add(rows / ((System.nanoTime() - began) / 1e9));
                    readings.add("plain batches: %.0f rows/s".formatted(rates.getLast()));
                    System.out.println("    " + readings.getLast());
                }
            }
        }
        return Contest.median(rates, Double::doubleValue);
    }

    /** p95 in milliseconds over a few connections. */
    private static double overview(World world, Options options, List<String> readings, String when)
            throws IOException, InterruptedException {
        var product = world.product();
        String key = "Authorization: Bearer " + world.key("blue-fox");
        Histogram latencies = Load.run(
                        product.api(),
                        2,
                        options.round(),
                        200,
                        () -> Http.kept("GET", "acme.localhost:" + product.api(), "/api/v1/usage", "", key))
                .latencies();
        double p95 = latencies.getValueAtPercentile(95) / 1000.0;
        readings.add("overview with %s: p50 %.1f ms, p95 %.1f ms"
                .formatted(when, latencies.getValueAtPercentile(50) / 1000.0, p95));
        System.out.println("    " + readings.getLast());
        return p95;
    }
}
