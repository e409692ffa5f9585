package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.client.Person;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two processes of each role as people and programs see them, through the proxy or each by itself. */
final class Fleet implements AutoCloseable {

    static final String ADMIN = "admin@bluefox.test";

    /** Before anything would look for itself. How fast news are is measured by {@code ./chom bench}, on a machine at rest. */
    private static final Duration BY_NEWS = Duration.ofSeconds(10);

    private static final List<String> EVERY = List.of("ui-1", "ui-2", "api-1", "api-2", "worker-1", "worker-2");

    private final OwnProgram program;
    private final List<Browser> browsers = new ArrayList<>();

    Fleet(OwnProgram program) {
        this.program = program;
    }

    /** A person whose session is at home in this process. */
    Browser logIn(String process) throws IOException {
        Browser browser = Browser.open();
        browsers.add(browser);
        browser.go(portal() + "/");
        browser.driver().executeScript("document.cookie = 'session=0." + process + ";path=/'");
        browser.go(portal() + "/app");
        browser.await(By.id("username")).sendKeys(ADMIN);
        browser.driver().findElement(By.id("password")).sendKeys(password());
        browser.driver().findElement(By.cssSelector("[type=submit]")).click();
        browser.awaitText("Bandwidth");
        assertThat(browser.driver().manage().getCookieNamed("session").getValue())
                .endsWith("." + process);
        return browser;
    }

    /** A person who has the form of the log-in before them, in a session that is at home in this process. */
    Person.Arrival askedToLogIn(Person person, String process) throws IOException {
        person.keep(program.port(8080), "session", "0." + process);
        Person.Arrival form = person.open(URI.create(portal() + "/app"));
        assertThat(person.cookie(program.port(8080), "session")).endsWith("." + process);
        return form;
    }

    String password() throws IOException {
        return program.ready()
                .get("users")
                .valueStream()
                .filter(user -> user.get("email").asString().equals(ADMIN))
                .findFirst()
                .orElseThrow()
                .get("password")
                .asString();
    }

    /** Until each process is ready, as the health of the whole tells. */
    void awaitAll(String what) {
        Awaitility.await("every process to be " + what)
                .pollInSameThread()
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    var health = RawHttp.send(program.port(8082), "GET /health HTTP/1.1", "Host: localhost");
                    JsonNode processes =
                            JsonMapper.shared().readTree(health.body()).get("processes");
                    return EVERY.stream()
                            .allMatch(name ->
                                    processes.get(name).get("status").asString().equals("UP"));
                });
    }

    String portal() {
        return "http://acme.localhost:" + program.port(8080);
    }

    /** The first page of a brand, as a port shows it. */
    String page(int port, String... more) {
        List<String> lines = new ArrayList<>(
                List.of("GET / HTTP/1.1", "Host: acme.localhost:" + program.port(8080), "Accept-Encoding: identity"));
        lines.addAll(List.of(more));
        return RawHttp.send(program.port(port), lines.toArray(new String[0])).body();
    }

    /** The description of the API, as a port shows it. */
    String docs(int port) {
        return RawHttp.send(
                        program.port(port),
                        "GET /api/v1/docs HTTP/1.1",
                        "Host: acme.localhost:" + program.port(8081),
                        "Accept-Encoding: identity")
                .body();
    }

    /** Waits for something that must be so because everybody was told. */
    void soon(Instant told, String what, Callable<Boolean> there) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(BY_NEWS)
                .until(there);
        System.out.println(
                what + " after " + Duration.between(told, Instant.now()).toMillis() + " ms");
    }

    /** The page that was marked has been left by itself, and its successor shows the same. */
    void awaitBack(Browser browser) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
                .ignoring(WebDriverException.class)
                .until(driver -> browser.driver()
                                .executeScript("return !window.before && document.readyState == 'complete'")
                                .equals(true)
                        && browser.bodyText().contains("This session"));
        assertThat(browser.driver().getCurrentUrl()).startsWith(portal() + "/app/sessions");
    }

    @Override
    public void close() {
        browsers.forEach(browser -> browser.driver().quit());
    }
}
