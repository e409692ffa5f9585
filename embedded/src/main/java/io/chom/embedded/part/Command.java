package io.chom.embedded.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the machine that is run to its end, its words kept in a log file.
 *
 * @param log where its output is added
 * @param line the program and its arguments
 */
public record Command(Path log, List<String> line) {

    /** Waits for the end. */
    public int run(Duration limit) throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(limit)) {
                throw new PartFailed("%s did not end within %d s, see %s".formatted(name(), limit.toSeconds(), log));
            }
            return process.exitValue();
        } finally {
            endAll(process);
        }
    }

    /** Waits for the end and insists on success. */
    public void succeed(Duration limit) throws IOException, InterruptedException {
        int code = run(limit);
        if (code != 0) {
            throw new PartFailed("%s ended with code %d; its reason is in %s".formatted(name(), code, log));
        }
    }

    /** The same command, started by another one. */
    public Command by(List<String> starter) {
        List<String> all = new ArrayList<>(starter);
        all.addAll(line);
        return new Command(log, all);
    }

    /** Nothing stays behind when the wait is given up. */
    private static void endAll(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String name() {
        return Path.of(line.getFirst()).getFileName().toString();
    }
}
