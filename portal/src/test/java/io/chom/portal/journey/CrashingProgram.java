package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.crash.AgentJar;
import io.chom.portal.crash.CrashPoint;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * {@code portal.jar} as API and worker on servers of its own, with the agent that kills it where it is told to.
 */
final class CrashingProgram {

    private static final int KILLED = 128 + 9;

    private final CrashGround ground;
    private final Path agent;
    private final int offset = Ground.freeOffset();
    private final List<Process> runs = new ArrayList<>();

    CrashingProgram(CrashGround ground) throws IOException {
        this.ground = ground;
        this.agent = AgentJar.in(ground.folder());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> runs.forEach(Process::destroyForcibly)));
    }

    /** Starts it and waits until it takes usage. */
    void start() throws IOException {
        List<String> command = Launch.onServers("-javaagent:" + agent);
        command.addAll(List.of(
                "--chom.roles=api,worker",
                "--chom.ui.public-url=http://{host}",
                "--chom.embedded.data-dir=" + ground.folder(),
                "--chom.kafka.session-timeout=6s",
                "--chom.port-offset=" + offset));
        command.addAll(ground.settings());
        runs.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(runs.size() + 1))
                .start());
        awaitReady();
    }

    private void awaitReady() {
        Awaitility.await("the program to be ready, see " + log())
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(5))
                .until(() -> !program().isAlive() || isReady());
        assertThat(program().isAlive()).as("the program runs, see %s", log()).isTrue();
    }

    private boolean isReady() {
        try {
            var answer = RawHttp.send(8082 + offset, "GET /health/readiness HTTP/1.1", "Host: localhost");
            return answer.status() == 200;
        } catch (UncheckedIOException | AssertionError notYet) {
            return false;
        }
    }

    int api() {
        return 8081 + offset;
    }

    /** From now on, this passing of the point is the end. */
    void killAt(CrashPoint point, int passing) throws IOException {
        var orders = program().getOutputStream();
        orders.write((point + " " + passing + "\n").getBytes(StandardCharsets.US_ASCII));
        orders.flush();
    }

    /** At once. */
    void kill() {
        program().destroyForcibly();
    }

    /** Fails if it is not killed, or ends in another way. */
    void awaitKilled(Duration patience) throws InterruptedException {
        assertThat(program().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                .as("the point was reached, see %s", log())
                .isTrue();
        assertThat(program().exitValue()).as("killed, see %s", log()).isEqualTo(KILLED);
    }

    /** What the agent did at last. */
    String lastWords() throws IOException {
        return Files.readAllLines(log().toPath()).stream()
                .filter(line -> line.startsWith("Killed: "))
                .reduce("", (earlier, later) -> later);
    }

    private Process program() {
        return runs.getLast();
    }

    private File log() {
        return log(runs.size());
    }

    private File log(int run) {
        return ground.folder().resolve("program-" + run + ".log").toFile();
    }
}
