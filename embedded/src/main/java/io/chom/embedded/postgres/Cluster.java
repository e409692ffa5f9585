package io.chom.embedded.postgres;

import io.chom.embedded.part.Child;
import io.chom.embedded.part.Command;
import io.chom.embedded.part.PrivateFiles;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * A data directory of PostgreSQL and the server process on it.
 *
 * @param home where the programs are
 * @param data the data directory
 * @param log what the server says
 */
record Cluster(Path home, Path data, Path log) {

    static final String SUPERUSER = "postgres";

    private static final Duration LIMIT = Duration.ofMinutes(3);

    boolean exists() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    /** Makes the data directory, as a whole or not at all. */
    void create(String superuserPassword) throws IOException, InterruptedException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Path password = PrivateFiles.temporary(data);
        try {
            Files.writeString(password, superuserPassword);
            initialise(unfinished, password);
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The locale is the built-in one, so that sorting is the same on every machine. */
    private void initialise(Path target, Path passwordFile) throws IOException, InterruptedException {
        program("initdb", "-D", target.toString(), "-U", SUPERUSER, "-A", "scram-sha-256")
                .with("--pwfile=" + passwordFile, "--no-sync", "-E", "UTF8", "--locale=C")
                .with("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions")
                .succeed();
    }

    /** Starts the server and waits until it accepts connections. */
    void start(Map<String, String> settings) throws IOException, InterruptedException {
        StringBuilder options = new StringBuilder();
        settings.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        program("pg_ctl", "start", "-w", "-t", "150", "-s", "-D", data.toString(), "-l", log.toString())
                .with("-o", options.toString().strip())
                .succeed();
    }

    /** Stops the server: clients are disconnected, committed data is on disk. */
    void stop() throws IOException, InterruptedException {
        if (program("pg_ctl", "stop", "-w", "-t", "20", "-s", "-m", "fast", "-D", data.toString())
                        .run()
                != 0) {
            program("pg_ctl", "stop", "-w", "-t", "10", "-s", "-m", "immediate", "-D", data.toString())
                    .succeed();
        }
    }

    /**
     * Ends a server that an earlier run left behind on this data directory, and forgets one that is gone. Without this a
     * recycled process id would keep the server from starting.
     */
    void stopLeftover() throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (serverProcess(pidFile).isPresent()) {
            stop();
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private Optional<ProcessHandle> serverProcess(Path pidFile) throws IOException {
        return Child.named(pidFile).filter(this::serves);
    }

    private boolean serves(ProcessHandle process) {
        String line = process.info().commandLine().orElse("");
        return line.contains("postgres") && line.contains(data.toString());
    }

    private Program program(String name, String... arguments) {
        List<String> line =
                new ArrayList<>(List.of(home.resolve("bin").resolve(name).toString()));
        line.addAll(List.of(arguments));
        return new Program(line);
    }

    private final class Program {
        private final List<String> line;

        private Program(List<String> line) {
            this.line = line;
        }

        private Program with(String... more) {
            line.addAll(List.of(more));
            return this;
        }

        private int run() throws IOException, InterruptedException {
            return command().run(LIMIT);
        }

        private void succeed() throws IOException, InterruptedException {
            command().succeed(LIMIT);
        }

        /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
        private Command command() {
            Command plain = new Command(log, line);
            return LinuxUtils.isUnshareAvailable() ? plain.by(List.of("unshare", "-U")) : plain;
        }
    }
}
