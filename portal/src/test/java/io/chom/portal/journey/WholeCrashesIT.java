package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.crash.CrashPoint;
import java.io.IOException;
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
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole program, killed at every {@link CrashPoint} under load: what was accepted is stored and rolled up once, what
 * was recorded is shipped in order. {@code -Dcrash.runs=20} does it that many times at each point. Then a
 * {@link UsageStorm}, through which the program is killed and the broker restarted; README.md has its whole figures.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class WholeCrashesIT {

    private static final int CLIENTS = 4;
    private static final List<CrashPoint> ON_THE_WAY = Arrays.stream(CrashPoint.values())
            .filter(point -> point.isInCode() && point.compareTo(CrashPoint.BEFORE_SHIPPING) < 0)
            .toList();
    private static final Duration REACHED = Duration.ofMinutes(2);

    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String ids = "crash-" + seed;
    private final UsageBooks books = new UsageBooks();
    private final CrashGround ground = new CrashGround();
    private final Database database = ground.database();
    private CrashingProgram program;

    WholeCrashesIT() throws IOException {}

    @BeforeAll
    void start() throws Exception {
        System.out.println("Seed: " + seed + ", see " + ground.folder());
        program = new CrashingProgram(ground);
        program.start();
    }

    /** First: it compares everything that the database has. */
    @Test
    @Order(1)
    void what_was_accepted_is_stored_and_rolled_up_once_wherever_the_program_was_killed() throws Exception {
        int runs = Integer.getInteger("crash.runs", 1);
        var house = new CrashHouse(random, database, "crash", 4);
        var outbox = new OutboxBooks(house, database, ground.brokers());
        for (int run = 0; run < runs; run++) {
            List<CrashPoint> points = Arrays.asList(CrashPoint.values());
            Collections.shuffle(points, random);
            for (CrashPoint point : points) {
                crash(house, outbox, point, 1 + random.nextInt(point.furthest()));
            }
        }
        System.out.printf(
                "%d crashes; usage: %d accepted, %d sent again; outbox: %d recorded, %d shipped again%n",
                runs * CrashPoint.values().length, books.size(), books.repeats(), outbox.size(), outbox.repeats());
        outbox.close();
    }

    @Test
    @Order(2)
    void a_storm_is_counted_to_the_last_event_whatever_ends_in_it() throws Exception {
        int kills = Integer.getInteger("storm.kills", 2);
        int restarts = Integer.getInteger("storm.restarts", 1);
        List<Boolean> ends = new ArrayList<>(Collections.nCopies(kills, true));
        ends.addAll(Collections.nCopies(restarts, false));
        Collections.shuffle(ends, random);
        var house = new CrashHouse(random, database, "storm", Integer.getInteger("storm.customers", 20));
        int batches = Integer.getInteger("storm.batches", 400);
        var storm = new UsageStorm(ids, program.api(), house.senders(), batches, random.nextLong());
        storm.awaitHost();
        storm.allow(batches / (ends.size() + 1));
        long begun = System.nanoTime();
        try (var load = Load.of(Collections.nCopies(CLIENTS, storm::sendAll))) {
            for (int i = 1; i <= ends.size(); i++) {
                storm.allow(batches * (i + 1) / (ends.size() + 1));
                storm.awaitAnswered(batches * i / (ends.size() + 1), load::check);
                end(ends.get(i - 1));
            }
            load.await(Duration.ofMinutes(30));
        }
        long sent = System.nanoTime();
        storm.agree(database);
        System.out.printf(
                "%s, %d kills, %d restarts of the broker: sent in %d ms, all counted %d ms later%n",
                storm, kills, restarts, (sent - begun) / 1_000_000, (System.nanoTime() - sent) / 1_000_000);
    }

    /** The program in the middle of its work, half of the times where an event is on its way; or else the broker. */
    private void end(boolean program) throws Exception {
        if (!program) {
            ground.restartBroker();
        } else if (random.nextBoolean()) {
            kill(ON_THE_WAY.get(random.nextInt(ON_THE_WAY.size())), 1);
            this.program.start();
        } else {
            this.program.kill();
            this.program.awaitKilled(REACHED);
            this.program.start();
        }
    }

    private void crash(CrashHouse house, OutboxBooks outbox, CrashPoint point, int passing) throws Exception {
        System.out.println(point + " " + passing);
        long begun = System.nanoTime();
        var stop = new CountDownLatch(1);
        try (var load = Load.of(work(house, outbox, stop))) {
            kill(point, passing);
            program.start();
            stop.countDown();
            load.await(Duration.ofMinutes(3));
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
    private List<Callable<Void>> work(CrashHouse house, OutboxBooks outbox, CountDownLatch stop) {
        List<Callable<Void>> work = new ArrayList<>();
        IntStream.range(0, CLIENTS).forEach(client -> {
            long own = random.nextLong();
            var traffic =
                    new UsageTraffic(ids + "-" + Long.toHexString(own), program.api(), house.senders(), books, own);
            work.add(() -> traffic.sendUntil(stop));
        });
        work.add(() -> outbox.recordUntil(stop));
        return work;
    }

    private record Load(ExecutorService threads, List<Future<Void>> work) implements AutoCloseable {

        static Load of(List<Callable<Void>> work) {
            var threads = Executors.newFixedThreadPool(work.size());
            return new Load(threads, work.stream().map(threads::submit).toList());
        }

        /** Until each has been answered what it sent last. */
        void await(Duration patience) throws Exception {
            for (Future<Void> each : work) {
                each.get(patience.toSeconds(), TimeUnit.SECONDS);
            }
        }

        /** Fails with what one of them failed with: whoever waits for the work of clients that ended waits in vain. */
        void check() {
            work.stream().filter(each -> each.state() == Future.State.FAILED).forEach(each -> {
                throw new IllegalStateException("A client ended", each.exceptionNow());
            });
        }

        @Override
        public void close() {
            threads.shutdownNow();
            check();
        }
    }
}
