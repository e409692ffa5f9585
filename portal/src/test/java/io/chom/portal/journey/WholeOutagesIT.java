package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.journey.OutageLoad.Noted;
import io.chom.portal.journey.ProgramOnServers.Server;
import io.chom.portal.journey.UsageBooks.Sender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/**
 * Each server stopped under load, and each network broken: for five seconds, or for as long as {@code -Doutage=30} says; then
 * more requests than can be served, for as long as {@code -Doverload=60} says. One program through all of it.
 */
@TestMethodOrder(OrderAnnotation.class)
class WholeOutagesIT {

    private static final int CLIENTS = 8;
    private static final long SEED = System.nanoTime();
    private static final String IDS = "outage-" + SEED;
    private static final Random RANDOM = new Random(SEED);

    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("outage", 5));
    /** A short overload on a machine that does other things too tells less, so less is demanded of it. */
    private static final Duration OVERLOAD = Duration.ofSeconds(Integer.getInteger("overload", 4));

    private static final double GOODPUT = OVERLOAD.toSeconds() >= 30 ? 0.8 : 0.5;

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(8);
    private static final Duration SEVERAL_TIMEOUTS = Duration.ofSeconds(12);
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private static final UsageBooks BOOKS = new UsageBooks();
    private static final List<Sender> SENDERS = new ArrayList<>();

    private static ProgramOnServers program;
    private static OutageLoad load;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        System.out.println("Seed: " + SEED);
        program = new ProgramOnServers();
        program.ready().get("apiKeys").forEach(key -> SENDERS.add(Sender.of(key)));
        browser = Browser.open();
        logIn();
        load = new OutageLoad(program, SENDERS);
        load.run(CLIENTS, WholeOutagesIT::traffic);
        awaitRecovery("the first answers");
    }

    private static UsageTraffic traffic(int client) {
        return new UsageTraffic(IDS + "-" + client, program.port(8081), SENDERS, BOOKS, RANDOM.nextLong());
    }

    private static void logIn() throws IOException {
        browser.go(program.ui("acme") + "/app");
        browser.await(By.id("username")).sendKeys("owner@lumen.test");
        program.ready().get("users").forEach(user -> {
            if (user.get("email").asString().equals("owner@lumen.test")) {
                browser.driver()
                        .findElement(By.id("password"))
                        .sendKeys(user.get("password").asString());
            }
        });
        browser.driver().findElement(By.cssSelector("[type=submit]")).click();
        browser.awaitText("Bandwidth");
        browser.awaitText("As of");
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each :
                Stream.of(browser, load, program).filter(Objects::nonNull).toList()) {
            each.close();
        }
    }

    @Test
    @Order(1)
    void postgresql_stops() throws Exception {
        stops(program.postgres(), "PostgreSQL", () -> {
            browser.awaitText("Not fresh since");
            assertThat(browser.bodyText()).contains("Bandwidth").contains("GB");
        });
        browser.awaitText("As of");
        assertThat(browser.bodyText()).doesNotContain("Not fresh");
    }

    @Test
    @Order(2)
    void kafka_stops() throws Exception {
        stops(program.kafka(), "Kafka", () -> {
            browser.awaitText("Not fresh since");
            assertThat(browser.bodyText()).contains("Bandwidth").contains("GB");
        });
        browser.awaitText("As of");
        assertThat(browser.bodyText()).doesNotContain("Not fresh");
    }

    @Test
    @Order(3)
    void keycloak_stops() throws Exception {
        stops(program.keycloak(), "Keycloak", () -> {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> logInPage().status() == 503);
            var page = logInPage();
            assertThat(page.headers()).containsKey("retry-after");
            assertThat(page.body())
                    .contains("You cannot log in right now")
                    .contains("Acme")
                    .doesNotContain("Nimbus");
            browser.go(program.ui("acme") + "/app/sessions");
            browser.awaitText("This session");
            browser.go(program.ui("acme") + "/app/usage");
            browser.awaitText("As of");
        });
        Awaitility.await("Keycloak itself")
                .pollInSameThread()
                .ignoreExceptions()
                .atMost(Duration.ofMinutes(3))
                .until(() -> RawHttp.send(program.port(8180), "GET /realms/acme HTTP/1.1", "Host: acme.localhost")
                                .status()
                        == 200);
        Awaitility.await("the log-in to be possible again")
                .pollInSameThread()
                .atMost(RECOVERY)
                .until(() -> logInPage().status() == 302);
    }

    private static RawHttp.Answer logInPage() {
        int port = program.port(8080);
        return RawHttp.send(port, "GET /log-in HTTP/1.1", "Host: acme.localhost:" + port);
    }

    @Test
    @Order(4)
    void connections_to_all_of_them_are_cut() throws Exception {
        breaks(
                "cut",
                List.of(program.postgres(), program.kafka(), program.keycloak()),
                FaultProxy::cut,
                Duration.ofSeconds(1));
    }

    @Test
    @Order(5)
    void the_networks_become_slow() throws Exception {
        breaks(
                "slow",
                List.of(program.postgres(), program.kafka(), program.keycloak()),
                network -> network.slow(Duration.ofSeconds(2)),
                OUTAGE);
    }

    @Test
    @Order(6)
    void postgresql_falls_silent() throws Exception {
        breaks("PostgreSQL silent", List.of(program.postgres()), FaultProxy::silence, OUTAGE);
    }

    @Test
    @Order(7)
    void kafka_falls_silent() throws Exception {
        // A client that holds on to a silent connection shows only after several of its time-outs.
        var longEnough = OUTAGE.compareTo(SEVERAL_TIMEOUTS) > 0 ? OUTAGE : SEVERAL_TIMEOUTS;
        breaks("Kafka silent", List.of(program.kafka()), FaultProxy::silence, longEnough);
    }

    @Test
    @Order(8)
    void three_times_what_can_be_served_is_refused_in_time_and_costs_no_memory() throws Exception {
        load.take();
        try (var generator = new LoadGenerator(program.port(8081), SENDERS.getFirst())) {
            var warm = generator.closed(64, OVERLOAD.dividedBy(2));
            long heap = program.heapAfterCollection();
            var before = generator.closed(64, OVERLOAD);
            var over = generator.open(3 * Math.max(before.goodput(), warm.goodput()), OVERLOAD);
            long heapAfter = program.heapAfterCollection();
            var after = generator.closed(64, OVERLOAD);
            double peak = Math.min(before.goodput(), after.goodput());
            System.out.printf(
                    "Served a second: %.0f, %.0f under three times as much (%d asked, %d refused), %.0f after;"
                            + " heap %d MB before, %d MB after%n",
                    before.goodput(),
                    over.goodput(),
                    over.asked(),
                    over.refused(),
                    after.goodput(),
                    heap >> 20,
                    heapAfter >> 20);
            assertThat(over.faults()).isEmpty();
            assertThat(before.goodput()).isPositive();
            assertThat(over.refused()).isPositive();
            assertThat(over.goodput()).isGreaterThan(peak * GOODPUT);
            assertThat(heapAfter).isLessThan(heap + (32 << 20));
        }
        awaitRecovery("overload");
    }

    @Test
    @Order(9)
    void nothing_accepted_is_lost_or_counted_twice() throws Exception {
        load.close();
        System.out.println(BOOKS.size() + " events accepted, " + BOOKS.repeats() + " sent again");
        assertThat(BOOKS.size()).isGreaterThan(500);
        assertThat(BOOKS.repeats()).isGreaterThan(100);
        new UsageFigures(BOOKS, program.database(), IDS).agree(SENDERS, program.port(8081));
    }

    /** What holds while a server is away. */
    private interface Meanwhile {
        void check() throws Exception;
    }

    private static void stops(Server server, String name, Meanwhile meanwhile) throws Exception {
        load.take();
        long began = System.nanoTime();
        server.stop();
        meanwhile.check();
        UsageTraffic.pause(OUTAGE.minusNanos(Math.min(OUTAGE.toNanos(), System.nanoTime() - began)));
        server.start();
        awaitRecovery(name);
    }

    private static void breaks(String name, List<Server> servers, Consumer<FaultProxy> fault, Duration howLong)
            throws Exception {
        load.take();
        servers.forEach(server -> fault.accept(server.network()));
        UsageTraffic.pause(howLong);
        for (Server server : servers) {
            server.network().mend();
        }
        awaitRecovery(name);
    }

    /** Until every kind of request has been answered well for two seconds; and nothing on the way was worse than a refusal. */
    private static void awaitRecovery(String name) {
        long healed = System.nanoTime();
        List<Noted> all = new ArrayList<>();
        Awaitility.await("recovery from " + name)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(250))
                .atMost(RECOVERY.plusSeconds(2))
                .until(() -> {
                    all.addAll(load.take());
                    return isWell(all);
                });
        report(name, all, healed);
        assertThat(all).as(name).allSatisfy(one -> assertThat(one.fault()).isEmpty());
        assertThat(all).as(name).allSatisfy(one -> assertThat(one.took()).isLessThan(LONGEST_ANSWER));
    }

    private static boolean isWell(List<Noted> all) {
        long since = System.nanoTime() - Duration.ofSeconds(2).toNanos();
        List<Noted> late = all.stream().filter(one -> one.at() > since).toList();
        return late.stream().allMatch(Noted::good)
                && late.stream().map(Noted::kind).distinct().count() == 3;
    }

    private static void report(String name, List<Noted> all, long healed) {
        Map<String, Long> counts = all.stream()
                .collect(Collectors.groupingBy(
                        one -> one.kind() + " " + one.status(), TreeMap::new, Collectors.counting()));
        long longest =
                all.stream().mapToLong(one -> one.took().toMillis()).max().orElse(0);
        long lastBad = all.stream()
                .filter(one -> !one.good())
                .mapToLong(one -> (one.at() - healed) / 1_000_000)
                .max()
                .orElse(0);
        System.out.printf("%s: %s, longest %d ms, last refusal %d ms after%n", name, counts, longest, lastBad);
    }
}
