package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages that Vaadin's client would never send, from somebody who has a session: none changes anything. */
@Tag("servers")
class ForgedMessagesIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final int PORT = URI.create(PORTAL.ui("acme")).getPort();
    private static final String HOST = "acme.localhost:" + PORT;
    private static final long SEED = 20_261_121;

    /** A forged message: what it tries, and how it is sent from a screen. */
    private record Forgery(String name, Sending sending) {

        interface Sending {
            RawHttp.Answer from(Screen screen);
        }
    }

    @Test
    void no_forged_message_changes_anything_or_tells_anything() {
        System.out.println("Seed of the forged messages: " + SEED);
        try (var victim = Browser.open();
                var attacker = Browser.open()) {
            new Visitor(PORTAL, victim, "acme").logIn("owner@acme.test");
            victim.awaitText("Blue Fox Studio");
            new Visitor(PORTAL, attacker, "acme").logIn("owner@kite.test");
            attacker.awaitText("Kite Bicycles");
            String before = figures(victim);
            String own = figures(attacker);
            Screen foreign = Screen.open(PORT, HOST, session(victim));

            List<Forgery> forgeries = all(foreign, new Random(SEED));
            assertThat(forgeries).hasSizeGreaterThanOrEqualTo(60);
            var softly = new SoftAssertions();
            for (Forgery forgery : forgeries) {
                judge(softly, forgery, Screen.open(PORT, HOST, session(attacker)));
                softly.assertThat(figures(victim)).as(forgery.name()).isEqualTo(before);
            }
            softly.assertAll();

            victim.driver().navigate().refresh();
            victim.awaitText("Blue Fox Studio");
            assertThat(figures(victim)).isEqualTo(before);
            attacker.driver().navigate().refresh();
            attacker.awaitText("Kite Bicycles");
            assertThat(figures(attacker)).isEqualTo(own);
            assertThat(attacker.driver().manage().getCookieNamed("color-mode")).isNull();
        }
    }

    private static void judge(SoftAssertions softly, Forgery forgery, Screen screen) {
        var answer = forgery.sending().from(screen);
        System.out.println(forgery.name() + " -> " + answer.status() + " "
                + answer.body()
                        .substring(0, Math.min(90, answer.body().length()))
                        .replace('\n', ' '));
        softly.assertThat(answer.status()).as(forgery.name()).isLessThan(500);
        softly.assertThat(answer.body())
                .as(forgery.name())
                .doesNotContainPattern("\\bat [a-z]+\\.[a-zA-Z.]+\\(")
                .doesNotContain("com.vaadin", "io.chom", "java.lang", "Blue Fox", "Harbor", "Aurora");
    }

    private static List<Forgery> all(Screen foreign, Random random) {
        return Stream.of(tokens(foreign, random), nodes(random), calls(random), shapes(), requests(foreign))
                .flatMap(List::stream)
                .toList();
    }

    private static final String CLICK = "{\"type\":\"event\",\"node\":%d,\"event\":\"%s\",\"data\":{}}";

    private static List<Forgery> tokens(Screen foreign, Random random) {
        var wrong = new ArrayList<>(
                List.of("", "null", "init", foreign.token(), foreign.token().toUpperCase()));
        IntStream.range(0, 5)
                .forEach(n -> wrong.add(new java.util.UUID(random.nextLong(), random.nextLong()).toString()));
        var forgeries = new ArrayList<Forgery>();
        for (String token : wrong) {
            forgeries.add(new Forgery(
                    "token " + token,
                    screen -> screen.send(
                            screen.message(1, 1, CLICK.formatted(5, "click")).replace(screen.token(), token))));
        }
        forgeries.add(new Forgery("no token", screen -> screen.send("{\"rpc\":[],\"syncId\":1,\"clientId\":1}")));
        for (int ui : new int[] {foreign.id(), 0, -1, 4_711, Integer.MAX_VALUE}) {
            forgeries.add(new Forgery(
                    "screen " + ui,
                    screen -> new Screen(PORT, HOST, screen.cookie(), ui, foreign.token(), "")
                            .send(foreign.message(1, 1, CLICK.formatted(5, "click")))));
        }
        return forgeries;
    }

    private static List<Forgery> nodes(Random random) {
        var forgeries = new ArrayList<Forgery>();
        for (int node : new int[] {-1, 0, 100_000, Integer.MAX_VALUE, 1_000 + random.nextInt(100_000)}) {
            forgeries.add(call("click on node " + node, CLICK.formatted(node, "click")));
            forgeries.add(call(
                    "property of node " + node,
                    "{\"type\":\"mSync\",\"node\":%d,\"feature\":1,\"property\":\"value\",\"value\":\"x\"}"
                            .formatted(node)));
        }
        for (int n = 0; n < 12; n++) {
            int node = 1 + random.nextInt(150);
            String property = List.of("innerHTML", "textContent", "disabled", "hidden", "checked", "items")
                    .get(n % 6);
            forgeries.add(call(
                    property + " of node " + node,
                    "{\"type\":\"mSync\",\"node\":%d,\"feature\":1,\"property\":\"%s\",\"value\":\"<b>forged</b>\"}"
                            .formatted(node, property)));
        }
        return forgeries;
    }

    private static List<Forgery> calls(Random random) {
        var forgeries = new ArrayList<Forgery>();
        for (String method : List.of(
                "switchTo",
                "logOut",
                "close",
                "setVisible",
                "getElement",
                "removeAll",
                "navigate",
                "$server",
                "<init>")) {
            forgeries.add(call(
                    "method " + method,
                    "{\"type\":\"publishedEventHandler\",\"node\":%d,\"templateEventMethodName\":\"%s\",\"templateEventMethodArgs\":[],\"promise\":1}"
                            .formatted(1 + random.nextInt(60), method)));
        }
        for (String event : List.of("forged", "ui-leave-navigation", "attach", "detach", "__proto__")) {
            forgeries.add(call("event " + event, CLICK.formatted(2 + random.nextInt(60), event)));
        }
        forgeries.add(call("unknown type", "{\"type\":\"forged\",\"node\":1}"));
        forgeries.add(call("no type", "{\"node\":1}"));
        forgeries.add(call("a channel", "{\"type\":\"channel\",\"node\":1,\"channel\":77,\"args\":[]}"));
        forgeries.add(call(
                "an element of the client's",
                "{\"type\":\"attachExistingElement\",\"node\":1,\"requestedId\":3,\"assignedId\":4}"));
        forgeries.add(
                call(
                        "a view of another role",
                        "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"resellers\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}"));
        return forgeries;
    }

    private static List<Forgery> shapes() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        return List.of(
                new Forgery("replayed", screen -> screen.send(screen.message(1, 0, CLICK.formatted(5, "click")))),
                new Forgery(
                        "from the future", screen -> screen.send(screen.message(1, 99, CLICK.formatted(5, "click")))),
                new Forgery("sync from the future", screen -> screen.send(screen.message(99, 1, ""))),
                new Forgery("negative ids", screen -> screen.send(screen.message(-7, -7, ""))),
                new Forgery("empty", screen -> screen.send("")),
                new Forgery("no JSON", screen -> screen.send("forged")),
                new Forgery("an array", screen -> screen.send("[]")),
                new Forgery("null", screen -> screen.send("null")),
                new Forgery("cut off", screen -> screen.send("{\"csrfToken\":\"" + screen.token())),
                new Forgery(
                        "deep",
                        screen -> screen.send("{\"csrfToken\":\"%s\",\"rpc\":%s}".formatted(screen.token(), deep))),
                new Forgery(
                        "rpc is text",
                        screen -> screen.send("{\"csrfToken\":\"%s\",\"rpc\":\"x\"}".formatted(screen.token()))),
                new Forgery(
                        "too large", screen -> screen.send(screen.message(1, 1, "\"" + "x".repeat(1_200_000) + "\""))));
    }

    private static List<Forgery> requests(Screen foreign) {
        return List.of(
                new Forgery(
                        "form type",
                        screen -> RawHttp.post(
                                PORT,
                                "rpc=x",
                                screen.line("POST"),
                                "Host: " + HOST,
                                screen.cookieLine(),
                                "Content-Type: application/x-www-form-urlencoded")),
                new Forgery(
                        "GET", screen -> RawHttp.send(PORT, screen.line("GET"), "Host: " + HOST, screen.cookieLine())),
                new Forgery(
                        "PUT",
                        screen -> RawHttp.post(
                                PORT,
                                screen.message(1, 1, ""),
                                screen.line("PUT"),
                                "Host: " + HOST,
                                screen.cookieLine())),
                new Forgery(
                        "no cookie",
                        screen -> RawHttp.post(PORT, foreign.message(1, 1, ""), foreign.line("POST"), "Host: " + HOST)),
                new Forgery(
                        "another host",
                        screen -> RawHttp.post(
                                PORT,
                                foreign.message(1, 1, ""),
                                foreign.line("POST"),
                                "Host: nimbus.localhost:" + PORT,
                                foreign.cookieLine())),
                new Forgery(
                        "no such screen type",
                        screen -> RawHttp.post(
                                PORT,
                                screen.message(1, 1, ""),
                                "POST /app/?v-r=forged&v-uiId=x HTTP/1.1",
                                "Host: " + HOST,
                                screen.cookieLine())));
    }

    private static Forgery call(String name, String call) {
        return new Forgery(name, screen -> screen.send(screen.message(1, 1, call)));
    }

    /** What stands on the page, without the time at which it was read. */
    private static String figures(Browser browser) {
        return browser.bodyText().replaceAll("As of [\\d:]+", "");
    }

    private static String session(Browser browser) {
        return browser.driver().manage().getCookieNamed("session").getValue();
    }
}
