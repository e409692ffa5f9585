package io.chom.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Java program in a process of its own, and what it takes of the machine. */
final class Jvm implements AutoCloseable {

    private static final List<String> FLAGS = List.of("@../config/jvm.options", "-Dstdout.encoding=UTF-8");

    private final Process process;
    private final Path log;
    private Duration warmed = Duration.ZERO;

    private Jvm(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    static Jvm jar(Path jar, Path log, List<String> arguments) throws IOException {
        return start(List.of("-jar", jar.toString()), log, arguments);
    }

    /** A main class of the bench's own, with everything that the bench has on its class path. */
    static Jvm main(Class<?> main, Path log, List<String> arguments) throws IOException {
        return start(List.of("-cp", System.getProperty("java.class.path"), main.getName()), log, arguments);
    }

    private static Jvm start(List<String> what, Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(FLAGS);
        command.addAll(what);
        command.addAll(arguments);
        return new Jvm(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** Waits until it answers at a port; says how long that took. */
    Duration awaitPort(int port, Duration patience) throws InterruptedException {
        return await("a door at " + port, patience, () -> isOpen(port));
    }

    Duration await(String what, Duration patience, Question question) throws InterruptedException {
        Instant began = Instant.now();
        while (!question.isTrue()) {
            Duration waited = Duration.between(began, Instant.now());
            if (!process.isAlive() || waited.compareTo(patience) > 0) {
                throw new IllegalStateException("No " + what + " after " + waited + ", see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return Duration.between(began, Instant.now());
    }

    interface Question {
        boolean isTrue();
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Processor time since the start. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Resident memory in megabytes. */
    double residentMegabytes() {
        return Machine.kilobytes(Path.of("/proc", String.valueOf(process.pid()), "status"), "VmRSS:") / 1024.0;
    }

    /** What is alive on the heap after a full collection: bytes by class. */
    Map<String, Long> liveHeap() throws IOException, InterruptedException {
        Map<String, Long> classes = Map.of();
        // Twice: what the first collection finds unreachable may have held more by its cleaners.
        for (int round = 0; round < 2; round++) {
            classes = jcmd("GC.class_histogram")
                    .lines()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length >= 4 && words[0].endsWith(":") && words[1].matches("\\d+"))
                    .collect(Collectors.toMap(words -> words[3], words -> Long.parseLong(words[2]), Long::sum));
        }
        return classes;
    }

    static double megabytes(Map<String, Long> heap) {
        return heap.values().stream().mapToLong(Long::longValue).sum() / 1048576.0;
    }

    /** The classes that have grown most, with the bytes that each has more for each of {@code units}. */
    static String growth(Map<String, Long> before, Map<String, Long> after, int units) {
        return after.entrySet().stream()
                .map(entry ->
                        Map.entry((entry.getValue() - before.getOrDefault(entry.getKey(), 0L)) / units, entry.getKey()))
                .sorted(Map.Entry.<Long, String>comparingByKey().reversed())
                .limit(16)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    String jcmd(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString()));
        command.add(String.valueOf(process.pid()));
        command.addAll(List.of(words));
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException(answer);
        }
        return answer;
    }

    /** Notes work that it has done before it is measured, and says how much of {@code wanted} is still missing. */
    Duration missing(Duration wanted) {
        return warmed.compareTo(wanted) >= 0 ? Duration.ZERO : wanted.minus(warmed);
    }

    void warmed(Duration more) {
        warmed = warmed.plus(more);
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        end();
    }

    /** Asked first, because the parts have processes of their own to end. */
    private void end() {
        process.destroy();
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
