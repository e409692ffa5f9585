package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as an operator meets it: its jars, settings, exit codes. */
@Tag("servers")
class ProgramIT {

    private static final RunningPortal PORTAL = RunningPortal.get();

    @Test
    void a_missing_address_is_one_line_that_names_the_setting() throws Exception {
        Ended ended = run(Launch.onServers(), List.of());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).containsOnlyOnce("✗").contains("chom.postgres.url is not set");
    }

    @Test
    void a_wrong_address_is_one_line_that_names_the_setting() throws Exception {
        List<String> settings = servers();
        settings.removeIf(setting -> setting.startsWith("--chom.kafka.bootstrap-servers"));
        settings.add("--chom.kafka.bootstrap-servers=127.0.0.1:1");

        Ended ended = run(Launch.onServers(), settings);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).containsOnlyOnce("✗").contains("chom.kafka.bootstrap-servers points to 127.0.0.1:1");
    }

    @Test
    void the_probe_finds_the_running_database_isolated() throws Exception {
        List<String> command = new ArrayList<>(List.of("probe", "isolation"));
        command.addAll(servers());

        Ended ended = run(Launch.embedded(), command);

        assertThat(ended.said()).contains("Isolated: ");
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_worker_that_cannot_know_the_public_address_asks_for_it_and_touches_no_realm() throws Exception {
        List<String> before = Realms.redirects(PORTAL.servers(), "acme");
        List<String> settings = servers();
        settings.addAll(List.of("--chom.roles=worker", "--chom.ui.port=0"));

        Ended ended = run(Launch.onServers(), settings);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).containsOnlyOnce("✗").contains("chom.ui.public-url is not set");
        assertThat(Realms.redirects(PORTAL.servers(), "acme"))
                .isEqualTo(before)
                .allMatch(uri -> uri.startsWith(PORTAL.ui("acme") + "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ui", "api", "worker"})
    void each_role_runs_alone_on_servers_that_are_there(String role) throws Exception {
        int management = freePort();
        List<String> before = Realms.redirects(PORTAL.servers(), "acme");
        List<String> settings = servers();
        settings.addAll(List.of(
                "--chom.roles=" + role,
                "--chom.ui.public-url=" + PORTAL.publicUrl(),
                "--chom.api.public-url=" + PORTAL.publicApiUrl(),
                "--chom.ui.port=0",
                "--chom.api.port=0",
                "--chom.management.port=" + management));
        Path log = Files.createTempFile(Path.of("target"), "role-" + role, ".log");
        Process program = start(Launch.onServers(), settings, log);
        try {
            Awaitility.await("role " + role + " to be healthy, see " + log)
                    .pollInSameThread()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> isUp(management) || !program.isAlive());
            assertThat(program.isAlive()).as("role " + role + ", see " + log).isTrue();
        } finally {
            program.destroy();
            assertThat(program.waitFor(60, TimeUnit.SECONDS))
                    .as("ends when asked to")
                    .isTrue();
        }
        assertThat(Realms.redirects(PORTAL.servers(), "acme")).isEqualTo(before);
    }

    /** Arguments by which another process uses the same servers, as if they were anybody's. */
    private static List<String> servers() {
        Properties servers = PORTAL.servers();
        return servers.stringPropertyNames().stream()
                .map(name -> "--" + name + "=" + servers.getProperty(name))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** How a program ended: its exit code, and what it said. */
    private record Ended(int code, String said) {}

    private static Ended run(List<String> program, List<String> arguments) throws Exception {
        Path log = Files.createTempFile(Path.of("target"), "program", ".log");
        List<String> quiet = new ArrayList<>(arguments);
        quiet.add("--logging.threshold.console=off");
        Process process = start(program, quiet, log);
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS))
                    .as("ends by itself, see " + log)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }

    private static Process start(List<String> program, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static boolean isUp(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"status\":\"UP\"");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
