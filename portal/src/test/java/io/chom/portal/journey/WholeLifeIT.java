package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.journey.UsageBooks.Sender;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** One installation from its first start to a fresh one: killed twice, stopped under load, started again. */
@TestMethodOrder(OrderAnnotation.class)
class WholeLifeIT {

    private static final int CLIENTS = 8;
    private static final long SEED = System.nanoTime();
    private static final String IDS = "life-" + SEED;
    private static final Random RANDOM = new Random(SEED);
    private static final OwnProgram PROGRAM = new OwnProgram();
    private static final UsageBooks BOOKS = new UsageBooks();
    private static final List<Sender> SENDERS = new ArrayList<>();

    @Test
    @Order(1)
    void an_offset_moves_every_port() throws Exception {
        System.out.println("Seed: " + SEED);
        PROGRAM.run();
        PROGRAM.awaitReadyFile();
        JsonNode ready = PROGRAM.ready();
        ready.get("apiKeys").forEach(key -> SENDERS.add(Sender.of(key)));

        assertThat(portOf(ready.get("ui"))).isEqualTo(PROGRAM.port(8080));
        assertThat(portOf(ready.get("api"))).isEqualTo(PROGRAM.port(8081));
        assertThat(portOf(ready.get("management"))).isEqualTo(PROGRAM.port(8082));
        assertThat(portOf(ready.get("auth"))).isEqualTo(PROGRAM.port(8180));
        assertThat(portOf(ready.get("mailbox"))).isEqualTo(PROGRAM.port(8025));
        assertThat(portOf(ready.get("stripe"))).isEqualTo(PROGRAM.port(8090));
        assertThat(portOf(ready.get("postgres").get("url"))).isEqualTo(PROGRAM.port(5433));
        assertThat(PROGRAM.setting("KAFKA/chom.kafka.bootstrap-servers")).endsWith(":" + PROGRAM.port(9094));
        assertThat(PROGRAM.setting("MAILBOX/chom.smtp.url")).endsWith(":" + PROGRAM.port(1025));
    }

    /** First as when the machine fails, then as when only the program does, and leaves its servers behind. */
    @Test
    @Order(2)
    void what_was_accepted_is_counted_once_whatever_was_killed() throws Exception {
        var stop = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Void>> sending = clients(clients, stop);
            UsageTraffic.pause(Duration.ofMillis(RANDOM.nextInt(500, 3_000)));
            PROGRAM.killEverything();
            PROGRAM.run("--roles", "api,worker");
            PROGRAM.awaitHealthy();
            UsageTraffic.pause(Duration.ofMillis(RANDOM.nextInt(500, 3_000)));
            PROGRAM.killItself();
            List<ProcessHandle> left = PROGRAM.processes();
            assertThat(left).as("PostgreSQL and Keycloak").hasSizeGreaterThanOrEqualTo(2);
            PROGRAM.run("--", "--chom.shutdown.notice=2s");
            PROGRAM.awaitHealthy();
            assertThat(left).as("left behind by the killed program").noneMatch(ProcessHandle::isAlive);
            UsageTraffic.pause(Duration.ofSeconds(1));
            stop.countDown();
            for (Future<Void> each : sending) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            stop.countDown();
        }

        System.out.println(BOOKS.size() + " events accepted, " + BOOKS.repeats() + " sent again");
        assertThat(BOOKS.size()).isGreaterThan(500);
        assertThat(BOOKS.repeats()).isGreaterThan(100);
        figures().agree(SENDERS, PROGRAM.port(8081));
    }

    @Test
    @Order(3)
    void at_its_end_every_request_that_was_taken_is_answered_and_no_process_stays() throws Exception {
        List<ProcessHandle> processes = PROGRAM.processes();
        try (var load = new LoadBehindBalancer(PROGRAM, SENDERS, this::traffic, Duration.ZERO)) {
            load.run(CLIENTS);
            var slow = load.halfARequest();
            long asked = System.nanoTime();
            PROGRAM.interrupt();
            load.awaitNotReady();
            assertThat(UsageTraffic.overview(PROGRAM.port(8081), SENDERS.getFirst())
                            .status())
                    .as("served while the balancer learns of the end")
                    .isEqualTo(200);
            load.awaitClosed();
            assertThat(slow.finish()).startsWith("HTTP/1.1 202");
            assertThat(PROGRAM.awaitEnd(Duration.ofSeconds(30))).isEqualTo(130);
            System.out.printf("Ended %d ms after Ctrl-C%n", (System.nanoTime() - asked) / 1_000_000);
            assertThat(load.faults()).isEmpty();
            assertThat(load.answers()).isGreaterThan(50);
        }
        assertThat(processes).hasSizeGreaterThan(3);
        // PostgreSQL removes its file of the process id, by which its end is told, a moment before it is gone.
        Awaitility.await("every process to be gone")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> {
                    assertThat(processes).noneMatch(ProcessHandle::isAlive);
                    assertThat(PROGRAM.processes()).isEmpty();
                });
    }

    @Test
    @Order(4)
    void a_second_start_keeps_all_data() throws Exception {
        PROGRAM.run("--roles", "api,worker", "--", "--chom.demo=false");
        PROGRAM.awaitHealthy();

        figures().agree(SENDERS, PROGRAM.port(8081));
    }

    @Test
    @Order(5)
    void a_fresh_start_has_none_of_it() throws Exception {
        PROGRAM.terminate();
        assertThat(PROGRAM.awaitEnd(Duration.ofSeconds(30))).isEqualTo(143);

        PROGRAM.run("--fresh", "--roles", "worker", "--", "--chom.demo=false");
        PROGRAM.awaitHealthy();

        assertThat(PROGRAM.database().count("usage.event")).isZero();
        assertThat(PROGRAM.database().count("tenancy.tenant where kind = 'customer'"))
                .isZero();
        PROGRAM.terminate();
        assertThat(PROGRAM.awaitEnd(Duration.ofSeconds(30))).isEqualTo(143);
    }

    private List<Future<Void>> clients(ExecutorService clients, CountDownLatch stop) {
        return IntStream.range(0, CLIENTS)
                .mapToObj(client -> {
                    UsageTraffic traffic = traffic(client);
                    Callable<Void> work = () -> traffic.sendUntil(stop);
                    return clients.submit(work);
                })
                .toList();
    }

    private UsageTraffic traffic(int client) {
        long seed = RANDOM.nextLong();
        return new UsageTraffic(
                IDS + "-" + client + "-" + Long.toHexString(seed), PROGRAM.port(8081), SENDERS, BOOKS, seed);
    }

    private static UsageFigures figures() throws IOException {
        return new UsageFigures(BOOKS, PROGRAM.database(), IDS);
    }

    private static int portOf(JsonNode address) {
        return URI.create(address.asString()).getPort();
    }
}
