package io.chom.portal.journey;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program as {@code ./chom run} starts it, with a folder and ports of its own, so that a test may end it in any way.
 * Data is as safe as anywhere: PostgreSQL writes before it answers. (What the operating system has taken survives the
 * death of a process; only the loss of power is not tried here.)
 */
final class OwnProgram {

    private final Path data = Ground.emptyFolder().toAbsolutePath();
    private final int offset = Ground.freeOffset();
    private final List<Process> runs = new ArrayList<>();
    private final String forJvms;

    OwnProgram() {
        this("");
    }

    /** @param options for each JVM of it, besides those of a short life */
    OwnProgram(String options) {
        this.forJvms = String.join(" ", Launch.quick()) + " " + options;
        Runtime.getRuntime().addShutdownHook(new Thread(this::abandon));
    }

    /** As from a terminal: a process group of its own, in which Ctrl-C has its usual meaning. */
    void run(String... options) throws IOException {
        Ground.clear();
        List<String> command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT", "../chom", "run"));
        command.addAll(List.of("--no-build", "--data", data.toString(), "--port-offset", String.valueOf(offset)));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(runs.size() + 1));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CHOM_JAVA_OPTIONS", forJvms);
        runs.add(builder.start());
    }

    /** Until somebody who looks after it would say that it is up; {@code ready.json} comes later, with the demo. */
    void awaitHealthy() {
        await(
                "healthy",
                () -> RawHttp.send(port(8082), "GET /health/readiness HTTP/1.1", "Host: localhost")
                                .status()
                        == 200);
    }

    void awaitReadyFile() {
        await("ready", () -> Files.exists(data.resolve("ready.json")));
    }

    private void await(String what, ThrowingQuestion question) {
        Awaitility.await("the program to be " + what + ", see " + log())
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(6))
                .ignoreExceptionsInstanceOf(java.io.UncheckedIOException.class)
                .until(() -> !process().isAlive() || question.answer());
        if (!process().isAlive()) {
            throw new AssertionError("The program ended with " + process().exitValue() + ", see " + log());
        }
    }

    private interface ThrowingQuestion {
        boolean answer() throws IOException;
    }

    /** Everything that belongs to it: whatever has its folder in the command line, and the children of that. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> named = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .toList();
        return Stream.concat(named.stream(), named.stream().flatMap(ProcessHandle::descendants))
                .distinct()
                .toList();
    }

    /** All at once and without a word, as when the machine fails. */
    void killEverything() throws IOException, InterruptedException {
        signal(
                "KILL",
                processes().stream().map(each -> String.valueOf(each.pid())).toList());
        awaitEnd(Duration.ofSeconds(10));
    }

    /** Only the program itself; PostgreSQL and Keycloak stay behind. */
    void killItself() throws IOException, InterruptedException {
        signal("KILL", List.of(String.valueOf(process().pid())));
        awaitEnd(Duration.ofSeconds(10));
    }

    /** What a terminal sends at Ctrl-C: to the whole group. */
    void interrupt() throws IOException, InterruptedException {
        signal("INT", List.of("-" + process().pid()));
    }

    /** Has processes of its restarted, as a person would. */
    Process restart(String... names) throws IOException {
        List<String> command = new ArrayList<>(List.of("../chom", "restart", "--data", data.toString()));
        command.addAll(List.of(names));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(data + "-restart.log"))
                .start();
    }

    /** One of its processes, as its health names it. */
    ProcessHandle process(String name) {
        var health = RawHttp.send(port(8082), "GET /health HTTP/1.1", "Host: localhost");
        JsonNode process =
                JsonMapper.shared().readTree(health.body()).get("processes").get(name);
        return ProcessHandle.of(process.get("pid").asLong()).orElseThrow();
    }

    void kill(ProcessHandle process) throws IOException, InterruptedException {
        signal("KILL", List.of(String.valueOf(process.pid())));
    }

    void terminate() {
        process().destroy();
    }

    private static void signal(String name, List<String> targets) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, "--"));
        command.addAll(targets);
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** The exit code. */
    int awaitEnd(Duration patience) throws InterruptedException {
        if (!process().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("The program has not ended after " + patience + ", see " + log());
        }
        return process().exitValue();
    }

    int port(int standard) {
        return standard + offset;
    }

    JsonNode ready() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(data.resolve("ready.json")));
    }

    /** As {@code ready.json} names it, but there before the demo is. */
    Database database() throws IOException {
        return new Database(
                "jdbc:" + setting("POSTGRES/chom.postgres.url"),
                setting("POSTGRES/chom.postgres.platform.name"),
                setting("POSTGRES/chom.postgres.platform.password"));
    }

    /** What an embedded part says of itself. */
    String setting(String name) throws IOException {
        var addresses = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("addresses.properties"))) {
            addresses.load(in);
        }
        return addresses.getProperty(name);
    }

    private Process process() {
        return runs.getLast();
    }

    private File log() {
        return log(runs.size());
    }

    private File log(int run) {
        return new File(data + "-" + run + ".log");
    }

    private void abandon() {
        try {
            if (!processes().isEmpty()) {
                killEverything();
            }
        } catch (IOException | InterruptedException | AssertionError e) {
            System.err.println("Something of " + data + " is left: " + e);
        }
    }
}
