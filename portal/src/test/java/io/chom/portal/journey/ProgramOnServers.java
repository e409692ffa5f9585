package io.chom.portal.journey;

import io.chom.embedded.kafka.KafkaPart;
import io.chom.embedded.keycloak.KeycloakPart;
import io.chom.embedded.mailbox.MailboxPart;
import io.chom.embedded.part.Part;
import io.chom.embedded.part.Site;
import io.chom.embedded.postgres.PostgresPart;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code portal.jar} with all roles on real servers, which this process runs and may stop, each behind a network that it
 * may break. Data is as safe as anywhere.
 */
final class ProgramOnServers implements AutoCloseable {

    private final Path data = Ground.emptyFolder().toAbsolutePath();
    private final int offset = Ground.freeOffset();
    private final Map<String, String> settings = new TreeMap<>();
    private final Server postgres;
    private final Server kafka;
    private final Server keycloak;
    private final MailboxPart mailbox;
    private final Process program;

    /** A server, the network before it, and how to make it anew: a part that was stopped does not start again. */
    static final class Server {

        private final Supplier<Part> make;
        private final FaultProxy network;
        private Part part;

        Server(int port, Supplier<Part> make) throws IOException {
            this.network = new FaultProxy(port);
            this.make = make;
            this.part = make.get();
        }

        FaultProxy network() {
            return network;
        }

        /** As when its machine is shut down: it ends in order, and then nobody listens at its address. */
        void stop() throws IOException {
            part.stop();
            network.refuse();
        }

        void start() throws IOException, InterruptedException {
            part = make.get();
            part.start();
            network.mend();
        }
    }

    ProgramOnServers(String... options) throws IOException, InterruptedException {
        Ground.clear();
        var site = Ground.site(data.resolve("servers"), offset);
        postgres = new Server(port(5433), () -> new PostgresPart(site, false));
        settings.putAll(postgres.part.start());
        var tables = io.chom.embedded.keycloak.Database.of(settings);
        keycloak = new Server(port(8180), () -> new KeycloakPart(site, tables));
        settings.putAll(keycloak.part.start());
        mailbox = new MailboxPart(site);
        settings.putAll(mailbox.start());
        kafka = behind(port(9094), site);
        settings.putAll(kafka.part.start());
        settings.put("chom.postgres.url", "postgresql://127.0.0.1:" + postgres.network.port() + "/chom");
        settings.put("chom.keycloak.url", "http://localhost:" + keycloak.network.port());
        awaitOpen(port(8180));
        program = launch(options);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        awaitReady();
    }

    /** The broker tells its clients where it is, so it has to know of the network before it. */
    private static Server behind(int port, Site site) throws IOException {
        var advertised = new int[1];
        var server = new Server(port, () -> new KafkaPart(site, OptionalInt.of(advertised[0])));
        advertised[0] = server.network.port();
        server.part = server.make.get();
        return server;
    }

    private Process launch(String... options) throws IOException {
        List<String> command = Launch.onServers("-Xmx512m");
        command.addAll(List.of(
                "--spring.profiles.active=demo", "--chom.port-offset=" + offset, "--chom.embedded.data-dir=" + data));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("program.log").toFile())
                .start();
    }

    /** The program asks at its start whether its servers are there. */
    private static void awaitOpen(int port) {
        Awaitility.await("something to listen on " + port)
                .pollInSameThread()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    try (var socket = new Socket("127.0.0.1", port)) {
                        return socket.isConnected();
                    }
                });
    }

    private void awaitReady() {
        Awaitility.await("the program to be ready, see " + data)
                .pollInSameThread()
                .atMost(Duration.ofMinutes(6))
                .until(() -> Files.exists(data.resolve("ready.json")) || !program.isAlive());
        if (!program.isAlive()) {
            throw new IllegalStateException("The program ended, see " + data);
        }
    }

    Server postgres() {
        return postgres;
    }

    Server kafka() {
        return kafka;
    }

    Server keycloak() {
        return keycloak;
    }

    int port(int standard) {
        return standard + offset;
    }

    long pid() {
        return program.pid();
    }

    /** Bytes of the program's heap that are in use when everything else was thrown away. */
    long heapAfterCollection() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, String.valueOf(pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return RawHttp.send(port(8082), "GET /prometheus HTTP/1.1", "Host: localhost")
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The address of a brand's portal, without a slash at the end. */
    URI ui(String brand) {
        return URI.create("http://" + brand + ".localhost:" + port(8080));
    }

    JsonNode ready() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(data.resolve("ready.json")));
    }

    /** Its database as the platform sees it, around any broken network. */
    Database database() {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port(5433) + "/chom",
                settings.get("chom.postgres.platform.name"),
                settings.get("chom.postgres.platform.password"));
    }

    @Override
    public void close() {
        program.destroy();
        try {
            if (!program.waitFor(40, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keycloak.part.stop();
        kafka.part.stop();
        mailbox.stop();
        postgres.part.stop();
    }
}
