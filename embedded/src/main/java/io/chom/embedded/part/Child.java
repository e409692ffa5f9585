package io.chom.embedded.part;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server process that lives as long as this one. Its id is kept in a file, so that the next run can end what a killed
 * one left behind.
 */
public final class Child {

    private static final Duration GENTLE = Duration.ofSeconds(10);
    private static final File SETSID = new File("/usr/bin/setsid");

    private final Process process;
    private final Path pidFile;

    private Child(Process process, Path pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    /**
     * Starts a program.
     *
     * @param line the program and its arguments; where possible in a session of its own, because Ctrl-C must not reach
     *     it before the portal has drained
     * @param environment variables added to those of this process
     */
    public static Child start(List<String> line, Map<String, String> environment, Path log, Path pidFile)
            throws IOException {
        List<String> all = new ArrayList<>(SETSID.canExecute() ? List.of(SETSID.getPath()) : List.of());
        all.addAll(line);
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Files.writeString(pidFile, process.pid() + "\n");
        return new Child(process, pidFile);
    }

    /** Waits a moment; true if the process has ended by then. */
    public boolean endsWithin(Duration moment) throws InterruptedException {
        return process.waitFor(moment);
    }

    /** Asks the process to end and insists after ten seconds. */
    public void stop() throws IOException {
        end(process.toHandle());
        Files.deleteIfExists(pidFile);
    }

    /**
     * Ends the process that an earlier run left behind.
     *
     * @param mark part of its command line; without it the id belongs to a stranger by now
     */
    public static void stopLeftover(Path pidFile, String mark) throws IOException {
        if (Files.exists(pidFile)) {
            named(pidFile)
                    .filter(process -> process.info().commandLine().orElse("").contains(mark))
                    .ifPresent(Child::end);
            Files.delete(pidFile);
        }
    }

    /** The process with the id in the first line of a file; none if that was never written to its end. */
    public static Optional<ProcessHandle> named(Path pidFile) throws IOException {
        return Files.readString(pidFile)
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(GENTLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
