package io.chom.bench;

import io.chom.bench.Contest.Score;
import io.chom.bench.Contest.Workload;
import io.chom.portal.client.Http;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The end of a month for many customers, by the rounds of a worker that has all its other work too but for the mails that sum
 * up the month, which begin at some moment of a minute; and what rating costs for an account with much usage.
 */
final class BillingStage implements Stage {

    private static final int CUSTOMERS = 10_000;
    private static final int WARMING = 5;
    private static final int LITTLE = 100;
    private static final int MUCH = 100_000;

    @Override
    public List<Figure> measure(World world, Options options, List<String> readings) throws Exception {
        world.product(); // migrates, and founds the demo
        world.endProduct();
        List<Figure> figures = new ArrayList<>();
        try (Connection connection = world.superuser("chom")) {
            prepare(connection, options, readings);
            var worker = world.start(
                    "billing-worker",
                    "--chom.roles=worker",
                    "--chom.billing.grace=0s",
                    "--chom.billing.alerts.reportable=1ms",
                    "--chom.ui.public-url=http://{host}");
            figures.addAll(invoices(connection, worker, options, readings));
            worker.jvm().close();
        }
        figures.add(rating(world, options, readings));
        return figures;
    }

    private static void prepare(Connection connection, Options options, List<String> readings) throws SQLException {
        long began = System.nanoTime();
        int many = options.count(CUSTOMERS);
        Sql.run(connection, "set synchronous_commit = off");
        // Nothing is checked against other tables, and nobody is told: that takes longer than the rows themselves.
        Sql.run(connection, "set session_replication_role = replica");
        month(connection, "warming", many / WARMING);
        for (int round = 0; round < options.rounds(); round++) {
            month(connection, "once" + round, many);
            month(connection, "twice" + round, 2 * many);
        }
        BilledMonths.seenTo(connection);
        Sql.run(connection, "set session_replication_role = origin");
        // Otherwise the database would tidy up after this preparation in the middle of what is measured.
        Sql.run(connection, "vacuum analyze");
        Sql.run(connection, "checkpoint");
        readings.add("customers with a month of usage, made in %d s: %d"
                .formatted(
                        (System.nanoTime() - began) / 1_000_000_000,
                        Sql.number(connection, "select count(*) from billing.subscription where period_end is null")));
    }

    private static void month(Connection connection, String name, int many) throws SQLException {
        Customers.add(connection, "acme", name, many);
        BilledMonths.last(connection, name);
    }

    /** Ends the month of some customers and of twice as many in turns. */
    private static List<Figure> invoices(
            Connection connection, World.Product worker, Options options, List<String> readings)
            throws SQLException, IOException, InterruptedException {
        int many = options.count(CUSTOMERS);
        List<Double> once = new ArrayList<>();
        List<Double> twice = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        finalise(connection, worker, "warming", many / WARMING, readings);
        heaps.add(Jvm.megabytes(worker.jvm().liveHeap()));
        for (int round = 0; round < options.rounds(); round++) {
            once.add(finalise(connection, worker, "once" + round, many, readings));
            twice.add(finalise(connection, worker, "twice" + round, 2 * many, readings));
            heaps.add(Jvm.megabytes(worker.jvm().liveHeap()));
        }
        readings.add("live heap of the worker once warm and after each turn, MB: " + heaps);
        double seconds = Contest.median(once, Double::doubleValue);
        int cores = Runtime.getRuntime().availableProcessors();
        return List.of(
                Figure.atLeast(
                        300,
                        "1/s",
                        "invoices.rate",
                        many / seconds / cores,
                        "Invoices a second for each core, " + many + " customers with " + BilledMonths.EVENTS
                                + " events"),
                Figure.atMost(
                        2.2,
                        "ratio",
                        "invoices.growth",
                        Contest.median(twice, Double::doubleValue) / seconds,
                        "Time for twice the customers, beside once"),
                Figure.atMost(
                        1.1,
                        "ratio",
                        "invoices.heap",
                        heaps.getLast() / heaps.getFirst(),
                        "Live heap of the worker after the last turn, beside that once warm"));
    }

    /** Seconds from the first invoice to the last one; a worker looks for periods that are over every ten seconds. */
    private static double finalise(
            Connection connection, World.Product worker, String name, int many, List<String> readings)
            throws SQLException, InterruptedException {
        Duration processor = worker.jvm().processorTime();
        BilledMonths.end(connection, name);
        while (BilledMonths.waiting(connection) == many) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        long began = System.nanoTime();
        while (BilledMonths.isAnyWaiting(connection)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        readings.add("%d invoices: %.1f s, %.0f a second, %.0f µs of the worker's processor time each"
                .formatted(
                        many,
                        seconds,
                        many / seconds,
                        worker.jvm().processorTime().minus(processor).toNanos() / 1000.0 / many));
        System.out.println("    " + readings.getLast());
        check(connection, name, many);
        return seconds;
    }

    private static void check(Connection connection, String name, int many) throws SQLException {
        long written = Sql.number(connection, """
                select count(*) from billing.invoice i join tenancy.tenant t using (tenant_id)
                 where t.slug like '%s-%%' and i.total >= 2900
                """.formatted(name));
        if (written != many) {
            throw new IllegalStateException("There are " + written + " invoices for " + many + " customers.");
        }
    }

    /** The draft of an account with much usage in turns with that of one with little. */
    private static Figure rating(World world, Options options, List<String> readings)
            throws SQLException, IOException, InterruptedException {
        int much = options.count(MUCH);
        String little = account(world, "little", LITTLE);
        String busy = account(world, "busy", much);
        var product = world.start("billing-api", "--chom.roles=api");
        List<Score> scores =
                new Contest(options, readings).between(4, draft(product, LITTLE, little), draft(product, much, busy));
        product.jvm().close();
        return Figure.atMost(
                1.5,
                "ratio",
                "rating.events",
                scores.get(0).rate() / scores.get(1).rate(),
                "Time for the draft of an account with " + much + " events, beside " + LITTLE);
    }

    private static String account(World world, String name, int events) throws SQLException, IOException {
        try (Connection connection = world.superuser("chom")) {
            Customers.add(connection, "acme", name, 1);
            BilledMonths.running(connection, name, events);
            Sql.run(connection, "analyze");
            return Customers.keys(connection, name).getFirst();
        }
    }

    private static Workload draft(World.Product product, int events, String key) {
        return new Workload(
                "draft with " + events + " events",
                product.jvm(),
                product.api(),
                200,
                () -> Http.kept(
                        "GET",
                        "acme.localhost:" + product.api(),
                        "/api/v1/invoices/preview",
                        "",
                        "Authorization: Bearer " + key));
    }
}
