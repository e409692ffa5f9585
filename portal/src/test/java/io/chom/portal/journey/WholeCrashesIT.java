package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.crash.CrashPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The whole program, killed at every {@link CrashPoint} under load: what was accepted is stored and rolled up once, what
 * was recorded is shipped in order. {@code -Dcrash.runs=20} does it that many times at each point.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WholeCrashesIT {

    private static final int CLIENTS = 4;
    private static final Duration REACHED = Duration.ofMinutes(2);

    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String ids = "crash-" + seed;
    private final UsageBooks books = new UsageBooks();
    private final CrashGround ground = new CrashGround();
    private final Database database = ground.database();
    private CrashingProgram program;
    private CrashHouse house;
    private OutboxBooks outbox;

    @BeforeAll
    void start() throws Exception {
        System.out.println("Seed: " + seed + ", see " + ground.folder());
        program = new CrashingProgram(ground);
        program.start();
        house = new CrashHouse(random, database);
        outbox = new OutboxBooks(house, database, ground.brokers());
    }

    @Test
    void what_was_accepted_is_stored_and_rolled_up_once_wherever_the_program_was_killed() throws Exception {
        int runs = Integer.getInteger("crash.runs", 1);
        for (int run = 0; run < runs; run++) {
            List<CrashPoint> points = Arrays.asList(CrashPoint.values());
            Collections.shuffle(points, random);
            for (CrashPoint point : points) {
                crash(point, 1 + random.nextInt(point.furthest()));
            }
        }
        System.out.printf(
                "%d crashes; usage: %d accepted, %d sent again; outbox: %d recorded, %d shipped again%n",
                runs * CrashPoint.values().length, books.size(), books.repeats(), outbox.size(), outbox.repeats());
        outbox.close();
    }

    private void crash(CrashPoint point, int passing) throws Exception {
        System.out.println(point + " " + passing);
        long begun = System.nanoTime();
        try (var load = load()) {
            kill(point, passing);
            program.start();
            load.finish();
        }
        long loaded = System.nanoTime();
        var figures = new UsageFigures(books, database, ids);
        figures.agree(List.of(), program.api());
        figures.agreeByEventHourAndDay();
        outbox.agree();
        System.out.printf(
                "%s %d: %d + %d ms%n",
                point, passing, (loaded - begun) / 1_000_000, (System.nanoTime() - loaded) / 1_000_000);
    }

    private void kill(CrashPoint point, int passing) throws Exception {
        if (point.isInCode()) {
            program.killAt(point, passing);
            program.awaitKilled(REACHED);
            assertThat(program.lastWords()).isEqualTo("Killed: " + point + " " + passing);
        } else {
            UsageTraffic.pause(Duration.ofMillis(100 + 20L * passing));
            try (var held = HeldRollups.of(database)) {
                held.awaitWaiting(REACHED);
                program.kill();
                program.awaitKilled(REACHED);
            }
        }
    }

    /** Clients that send and a module that records, each until it is told to stop, across the death of the program. */
    private Load load() {
        var stop = new CountDownLatch(1);
        List<Callable<Void>> work = new ArrayList<>();
        IntStream.range(0, CLIENTS).forEach(client -> {
            long own = random.nextLong();
            var traffic =
                    new UsageTraffic(ids + "-" + Long.toHexString(own), program.api(), house.senders(), books, own);
            work.add(() -> traffic.sendUntil(stop));
        });
        work.add(() -> outbox.recordUntil(stop));
        var threads = Executors.newFixedThreadPool(work.size());
        return new Load(stop, threads, work.stream().map(threads::submit).toList());
    }

    private record Load(CountDownLatch stop, ExecutorService threads, List<Future<Void>> work)
            implements AutoCloseable {

        /** Waits until each has been answered what it sent last. */
        void finish() throws Exception {
            stop.countDown();
            for (Future<Void> each : work) {
                each.get(3, TimeUnit.MINUTES);
            }
        }

        @Override
        public void close() {
            stop.countDown();
            threads.shutdownNow();
        }
    }
}
