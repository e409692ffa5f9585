package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.client.Person;
import io.chom.portal.journey.UsageBooks.Sender;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;

/**
 * Two processes of each role behind a proxy. {@code -Drestarts=10} restarts all of them so many times under load; without
 * it one of each kind that people and programs reach is restarted once. {@code -Dpages=300} is how many pages are open
 * meanwhile, {@code -Dclients=8} how many clients send requests.
 */
@TestMethodOrder(OrderAnnotation.class)
class WholeFleetIT {

    private static final int RESTARTS = Integer.getInteger("restarts", 0);
    private static final int CLIENTS = Integer.getInteger("clients", 4);
    private static final int PAGES = Integer.getInteger("pages", 8);
    private static final Duration PACE = Duration.ofMillis(20);

    private static final long SEED = System.nanoTime();
    private static final String IDS = "fleet-" + SEED;
    private static final Random RANDOM = new Random(SEED);

    /**
     * Seven JVMs start on few cores. While they do, an answer may take longer than the patience of a service that has its
     * machine to itself, and a slow one is no failed one.
     */
    private static final OwnProgram PROGRAM =
            new OwnProgram("-Dchom.api.patience=18s -Dchom.usage.patience=16s -Dchom.postgres.patience=12s");

    private static final UsageBooks BOOKS = new UsageBooks();
    private static final List<Sender> SENDERS = new ArrayList<>();
    private static final Fleet FLEET = new Fleet(PROGRAM);

    @Test
    @Order(1)
    void many_processes_look_like_one_program() throws Exception {
        System.out.println("Seed: " + SEED);
        PROGRAM.run("--processes", "2");
        PROGRAM.awaitReadyFile();
        JsonNode ready = PROGRAM.ready();
        ready.get("apiKeys").forEach(key -> SENDERS.add(Sender.of(key)));

        assertThat(URI.create(ready.get("ui").asString()).getPort()).isEqualTo(PROGRAM.port(8080));
        assertThat(URI.create(ready.get("api").asString()).getPort()).isEqualTo(PROGRAM.port(8081));
        assertThat(URI.create(ready.get("management").asString()).getPort()).isEqualTo(PROGRAM.port(8082));
        assertThat(UsageTraffic.overview(PROGRAM.port(8081), SENDERS.getFirst()).status())
                .isEqualTo(200);
        assertThat(FLEET.page(8080, "X-Forwarded-Host: nimbus.localhost", "Forwarded: host=nimbus.localhost"))
                .as("what a client says of proxies")
                .contains("Acme Hosting")
                .doesNotContain("Nimbus");
    }

    @Test
    @Order(2)
    void a_new_brand_is_news_to_every_process() throws Exception {
        List.of(8301, 8302).forEach(port -> assertThat(FLEET.page(port)).contains("Acme Hosting"));
        List.of(8321, 8322).forEach(port -> assertThat(FLEET.docs(port)).contains("Acme Hosting"));
        PROGRAM.database()
                .change(
                        """
                insert into tenancy.brand (tenant_id, reseller_id, version, document)
                select tenant_id, reseller_id, max(version) + 1, jsonb_set((array_agg(document))[1], '{name}', '"Acme Anew"')
                from tenancy.brand join tenancy.tenant t using (tenant_id, reseller_id)
                where t.slug = 'acme' group by 1, 2
                """,
                        "select pg_notify('chom', 'brand_changed ' || tenant_id) from tenancy.tenant where slug = 'acme'");

        Instant told = Instant.now();
        for (int port : List.of(8301, 8302)) {
            FLEET.soon(told, "the brand at " + port, () -> FLEET.page(port).contains("Acme Anew"));
        }
        for (int port : List.of(8321, 8322)) {
            FLEET.soon(told, "the brand at " + port, () -> FLEET.docs(port).contains("Acme Anew"));
        }
    }

    @Test
    @Order(3)
    void a_key_that_is_revoked_is_news_to_every_process() throws Exception {
        Sender sender = SENDERS.getFirst();
        for (int port : List.of(8321, 8322)) {
            assertThat(UsageTraffic.overview(PROGRAM.port(port), sender).status())
                    .isEqualTo(200);
        }
        String ofSender = " from developer.api_key join tenancy.tenant t using (tenant_id) where t.slug = '"
                + sender.tenant() + "'";
        PROGRAM.database()
                .change(
                        "update developer.api_key set revoked_at = now() where id in (select id" + ofSender + ")",
                        "select pg_notify('chom', 'key_changed ' || id)" + ofSender);

        Instant told = Instant.now();
        for (int port : List.of(8321, 8322)) {
            FLEET.soon(
                    told,
                    "the end of a key at " + port,
                    () -> UsageTraffic.overview(PROGRAM.port(port), sender).status() == 401);
        }
        SENDERS.removeFirst();
    }

    @Test
    @Order(4)
    void what_a_person_ends_in_one_process_ends_in_the_other() throws Exception {
        Browser here = FLEET.logIn("ui-1");
        Browser there = FLEET.logIn("ui-2");
        here.go(FLEET.portal() + "/app/sessions");
        here.awaitText("1 other session");

        here.await(By.xpath("//vaadin-button[contains(., 'End all others')]")).click();

        there.await(By.id("username"));
        here.awaitText("You are logged in nowhere else");
    }

    /** Nobody asks these to end in order, so what they had not answered is sent again by those who sent it. */
    @Test
    @Order(5)
    void a_process_of_each_role_is_killed_under_load_and_nothing_is_lost() throws Exception {
        Browser open = FLEET.logIn("ui-1");
        open.go(FLEET.portal() + "/app/sessions");
        open.awaitText("This session");
        open.driver().executeScript("window.before = true");
        var stop = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Void>> sending = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> {
                        UsageTraffic traffic = traffic(client);
                        Callable<Void> work = () -> traffic.sendUntil(stop);
                        return clients.submit(work);
                    })
                    .toList();
            for (String name : List.of("worker-1", "api-1", "ui-1")) {
                UsageTraffic.pause(Duration.ofMillis(RANDOM.nextInt(300, 2_000)));
                PROGRAM.kill(PROGRAM.process(name));
            }
            Instant killed = Instant.now();
            UsageTraffic.pause(Duration.ofSeconds(1));
            assertThat(FLEET.page(8080)).as("served by those who are left").contains("Acme Anew");
            UsageTraffic.pause(Duration.ofSeconds(1));
            stop.countDown();
            for (Future<Void> each : sending) {
                each.get(60, TimeUnit.SECONDS);
            }
            System.out.println(BOOKS.size() + " events accepted, " + BOOKS.repeats() + " sent again");
            new UsageFigures(BOOKS, PROGRAM.database(), IDS).agree(SENDERS, PROGRAM.port(8081));
            System.out.println("All counted "
                    + Duration.between(killed, Instant.now()).toMillis() + " ms after the last one was killed");
        } finally {
            stop.countDown();
        }
        assertThat(BOOKS.size()).isGreaterThan(200);
        FLEET.awaitBack(open);
        FLEET.awaitAll("started again");
    }

    @Test
    @Order(6)
    void a_restart_in_turn_fails_no_request_and_every_open_page_comes_back_to_its_view() throws Exception {
        Browser browser = FLEET.logIn("ui-2");
        browser.go(FLEET.portal() + "/app/sessions");
        browser.awaitText("This session");
        try (var crowd = Crowd.gather(PROGRAM, PAGES);
                var load = new LoadBehindBalancer(PROGRAM, SENDERS, WholeFleetIT::traffic, PACE)) {
            load.runThroughout(CLIENTS);
            restart(browser, crowd, load, RESTARTS == 0 ? new String[] {"ui-2", "api-2"} : new String[0]);
            for (int again = 1; again < RESTARTS; again++) {
                restart(browser, crowd, load);
            }
            assertThat(load.faults()).isEmpty();
            System.out.println(load.answers() + " requests answered");
        }
        new UsageFigures(BOOKS, PROGRAM.database(), IDS).agree(SENDERS, PROGRAM.port(8081));
    }

    private static void restart(Browser browser, Crowd crowd, LoadBehindBalancer load, String... names)
            throws Exception {
        browser.driver().executeScript("window.before = true");
        crowd.beforeRestart();
        var typing = new Person();
        Person.Arrival form = FLEET.askedToLogIn(typing, "ui-2");
        int answers = load.answers();
        long began = System.nanoTime();
        Process restart = PROGRAM.restart(names);
        assertThat(restart.waitFor(15, TimeUnit.MINUTES)).isTrue();
        assertThat(restart.exitValue()).as("see target/journey…-restart.log").isZero();
        double seconds = (System.nanoTime() - began) / 1e9;
        int answered = load.answers() - answers;
        System.out.printf(
                "Restarted in %.0f s, %d requests answered meanwhile (%.0f a second), faults: %s%n",
                seconds, answered, answered / seconds, load.faults());
        assertThat(answered).isPositive();
        FLEET.awaitBack(browser);
        crowd.awaitThere();
        System.out.println(crowd.absences());
        assertThat(crowd.faults()).isEmpty();
        crowd.assertLostOnlyWith(
                names.length == 0
                        ? List.of("ui-1", "ui-2")
                        : Stream.of(names).filter(name -> name.startsWith("ui")).toList());
        assertThat(typing.enter(form, Fleet.ADMIN, FLEET.password()).at())
                .as("where a log-in leads that began before")
                .hasPath("/app/");
    }

    @Test
    @Order(7)
    void ctrl_c_ends_all_of_them() throws Exception {
        List<ProcessHandle> processes = PROGRAM.processes();
        assertThat(processes).hasSizeGreaterThan(8);

        PROGRAM.interrupt();

        assertThat(PROGRAM.awaitEnd(Duration.ofSeconds(60))).isEqualTo(130);
        Awaitility.await("every process to be gone")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }

    @AfterAll
    static void closeBrowsers() {
        FLEET.close();
    }

    private static UsageTraffic traffic(int client) {
        long seed = RANDOM.nextLong();
        return new UsageTraffic(
                IDS + "-" + client + "-" + Long.toHexString(seed), PROGRAM.port(8081), SENDERS, BOOKS, seed);
    }
}
