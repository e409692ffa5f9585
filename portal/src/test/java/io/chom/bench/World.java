package io.chom.bench;

import io.chom.portal.client.Http;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that runs for a bench: parts, the program on them, and the bare server beside it. */
final class World implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Jvm parts;
    private final List<Jvm> started = new ArrayList<>();
    private @Nullable Product product;
    private @Nullable Bare bare;

    World(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("data"));
        this.parts = Jvm.main(
                Parts.class,
                log("parts"),
                List.of("--chom.embedded.ports=free", "--chom.embedded.data-dir=" + folder.resolve("data")));
        // The last one, which starts while the others are served already.
        parts.await("Keycloak", PATIENCE, () -> text(log("parts")).contains("✓ Keycloak"));
    }

    /** The program as {@code portal.jar}, and its doors. */
    record Product(Jvm jvm, int ui, int api, int management) {}

    /** The bare server and its door. */
    record Bare(Jvm jvm, int port) {}

    /** The program in all its roles with the demo's people; started when first asked for. */
    Product product() throws IOException, InterruptedException {
        Product running = product;
        if (running == null) {
            running = start("product", "--spring.profiles.active=demo");
            running.jvm().await("demo", PATIENCE, () -> Files.exists(readyFile()));
            product = running;
        }
        return running;
    }

    /** One more of it, with settings of its own; returns when it says that it is ready. */
    Product start(String name, String... settings) throws IOException, InterruptedException {
        int[] ports = {free(), free(), free()};
        List<String> arguments = new ArrayList<>(servers());
        arguments.addAll(List.of(
                "--chom.ui.port=" + ports[0],
                "--chom.api.port=" + ports[1],
                "--chom.management.port=" + ports[2],
                "--chom.embedded.data-dir=" + folder.resolve(name),
                "--logging.threshold.console=warn"));
        arguments.addAll(List.of(settings));
        Jvm jvm = Jvm.jar(Path.of("target/portal.jar"), folder.resolve(name + ".log"), arguments);
        started.add(jvm);
        jvm.await("readiness", PATIENCE, () -> isReady(ports[2]));
        return new Product(jvm, ports[0], ports[1], ports[2]);
    }

    /** Ends the program, so that what follows has the machine for itself. */
    void endProduct() {
        if (product != null) {
            product.jvm().close();
            product = null;
        }
    }

    Bare bare() throws IOException, InterruptedException, SQLException {
        Bare running = bare;
        if (running == null) {
            try (Connection connection = superuser("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("create database bare");
            }
            int port = free();
            Jvm jvm = Jvm.main(
                    BareServer.class,
                    folder.resolve("bare.log"),
                    List.of(String.valueOf(port), url("bare"), superuserPassword()));
            started.add(jvm);
            jvm.awaitPort(port, PATIENCE);
            running = new Bare(jvm, port);
            bare = running;
        }
        return running;
    }

    /** The database as somebody whom no policy holds. */
    Connection superuser(String database) throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:" + url(database), "postgres", superuserPassword());
    }

    /** The API key of a customer of the demo. */
    String key(String tenant) throws IOException {
        return entry("apiKeys", "tenant", tenant).get("key").asString();
    }

    JsonNode user(String email) throws IOException {
        return entry("users", "email", email);
    }

    private JsonNode entry(String list, String field, String value) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(readyFile()))
                .get(list)
                .valueStream()
                .filter(one -> one.get(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** Where something that a stage starts writes what it says. */
    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    Path postgresLog() {
        return folder.resolve("data/logs/postgres.log");
    }

    private Path readyFile() {
        return folder.resolve("product/ready.json");
    }

    String setting(String name) {
        return servers().stream()
                .filter(one -> one.startsWith("--" + name + "="))
                .map(one -> one.substring(one.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }

    private List<String> servers() {
        var published = properties(folder.resolve("data/addresses.properties"));
        return published.stringPropertyNames().stream()
                .filter(name -> !name.contains("/chom.embedded."))
                .map(name -> "--" + name.substring(name.indexOf('/') + 1) + "=" + published.getProperty(name))
                .toList();
    }

    private String url(String database) {
        String url = setting("chom.postgres.url");
        return url.substring(0, url.lastIndexOf('/') + 1) + database;
    }

    private String superuserPassword() {
        return properties(folder.resolve("data/secrets.properties")).getProperty("postgres.superuser");
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isReady(int management) {
        try {
            return Http.get(management, "localhost", "/health/readiness").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        for (Jvm jvm : started.reversed()) {
            jvm.close();
        }
        parts.close();
    }
}
