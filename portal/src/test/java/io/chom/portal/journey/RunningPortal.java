package io.chom.portal.journey;

import io.chom.tenants.support.containers.Server;
import io.chom.tenants.support.containers.Servers;
import io.chom.tenants.tenancy.dns.SmallInternet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program, started once for all journeys: its servers, three roles, the demo. Ends when the ground is cleared. */
final class RunningPortal {

    /** Tried once: whoever asks later gets the same program, or the same reason why there is none. */
    private static final Supplier<RunningPortal> ONE = once();

    /** In characters. */
    private static final int LAST_WORDS = 3_000;

    private final int offset = Ground.freeOffset();
    private final Path data = Ground.emptyFolder();
    /** Servers in containers instead of embedded ones, when tests are to run on them. */
    private final Map<String, String> containers =
            Servers.wanted() ? Servers.of("journeys").settings(List.of(Server.values())) : Map.of();

    /** The name servers that it asks. */
    private final SmallInternet internet = new SmallInternet();

    private final JsonNode ready;

    private RunningPortal() {
        Path file = data.resolve("ready.json");
        Process program = start(data);
        Ground.share(() -> stop(program));
        await(program, file);
        this.ready = read(file);
    }

    /** What people run, in a process of its own. */
    private Process start(Path data) {
        List<String> command = Launch.embedded();
        command.addAll(List.of(
                "--spring.profiles.active=demo",
                "--chom.port-offset=" + offset,
                "--chom.embedded.data-dir=" + data,
                "--chom.embedded.postgres.fast=true"));
        internet.settings().forEach((name, value) -> command.add("--" + name + "=" + value));
        containers.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("program.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(Process program) {
        program.destroy();
        try {
            program.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Process program, Path file) {
        try {
            Awaitility.await("the program to be ready")
                    .pollInSameThread()
                    .atMost(Duration.ofMinutes(6))
                    .until(() -> Files.exists(file) || !program.isAlive());
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException("The program was not ready in time. " + lastWords(), e);
        }
        if (!program.isAlive()) {
            throw new IllegalStateException("The program ended. " + lastWords());
        }
    }

    /** The end of what it printed: on a machine that is gone afterwards, a path would help nobody. */
    private String lastWords() {
        try {
            String printed = Files.readString(data.resolve("program.log"));
            return printed.substring(Math.max(0, printed.length() - LAST_WORDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Supplier<RunningPortal> once() {
        try {
            var portal = new RunningPortal();
            return () -> portal;
        } catch (RuntimeException e) {
            return () -> {
                throw new IllegalStateException(e.getMessage(), e);
            };
        }
    }

    /** The program, ready. */
    static RunningPortal get() {
        return ONE.get();
    }

    /** The internet in which it looks for domains. */
    SmallInternet internet() {
        return internet;
    }

    /** Address of a brand's portal, without a slash at the end. */
    String ui(String brand) {
        return "http://" + host(brand) + ":" + (8080 + offset);
    }

    /** Address of the API as this machine reaches it; the brand goes into the {@code Host} header. */
    String api() {
        return "http://localhost:" + (8081 + offset);
    }

    /** Where the mails that it sends can be read. */
    String mailbox() {
        return "http://localhost:" + (8025 + offset);
    }

    String management() {
        return "http://localhost:" + (8082 + offset);
    }

    String hostHeader(String brand) {
        return host(brand) + ":" + (8081 + offset);
    }

    /** A demo person. */
    JsonNode user(String email) {
        return find(ready.get("users"), "email", email);
    }

    /** The API key of a demo customer, by its name. */
    String key(String tenant) {
        return find(ready.get("apiKeys"), "tenant", tenant).get("key").asString();
    }

    /** Where its servers are, by the setting that names each. */
    Properties servers() {
        var published = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("addresses.properties"))) {
            published.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var servers = new Properties();
        published.stringPropertyNames().stream()
                .filter(name -> !name.contains("/chom.embedded."))
                .forEach(name ->
                        servers.setProperty(name.substring(name.indexOf('/') + 1), published.getProperty(name)));
        servers.putAll(containers);
        return servers;
    }

    /** Its database, as the platform sees it. */
    Database database() {
        var servers = servers();
        return new Database(
                "jdbc:" + servers.getProperty("chom.postgres.url"),
                servers.getProperty("chom.postgres.platform.name"),
                servers.getProperty("chom.postgres.platform.password"));
    }

    /** What it has logged so far, a JSON object a line. */
    List<JsonNode> log() {
        try (var lines = Files.lines(data.resolve("logs/portal.log"))) {
            return lines.map(JsonMapper.shared()::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How browsers reach the portal of any brand, as a setting. */
    String publicUrl() {
        return "http://{host}:" + (8080 + offset);
    }

    /** How programs reach the API of any brand, as a setting. */
    String publicApiUrl() {
        return "http://{host}:" + (8081 + offset);
    }

    private static String host(String brand) {
        return brand.equals("platform") ? "localhost" : brand + ".localhost";
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return list.valueStream()
                .filter(one -> one.get(field).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + field + " " + value + " in " + list));
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
