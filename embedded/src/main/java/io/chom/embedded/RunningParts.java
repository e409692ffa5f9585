package io.chom.embedded;

import io.chom.embedded.part.Cache;
import io.chom.embedded.part.Part;
import io.chom.embedded.part.PartFailed;
import io.chom.embedded.part.Progress;
import io.chom.embedded.part.Secrets;
import io.chom.embedded.part.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** The parts that run on one data directory, started by this process or found running in another one. */
final class RunningParts {

    /** A server belongs to the process, not to one of its many applications; this is the only place that knows them. */
    private static final Map<Path, RunningParts> BY_FOLDER = new ConcurrentHashMap<>();

    /** Rows start at the same time, the parts of a row one after the other. */
    private static final List<List<PartName>> ROWS = List.of(
            List.of(PartName.POSTGRES, PartName.KEYCLOAK),
            List.of(PartName.KAFKA),
            List.of(PartName.MAILBOX),
            List.of(PartName.STRIPE),
            List.of(PartName.BALANCER));

    /**
     * Threads of the system, not virtual ones: the parts load and initialise the same classes at the same time, which
     * keeps a virtual thread on its carrier. With two cores there are two carriers, and a start was seen to hang.
     */
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("embedded-start-", 0).factory();

    private final DataDirectory directory;
    private final Path folder;
    private final Progress progress = new Progress(System.out);
    private final Workshop workshop;
    private final boolean ours;
    private final Addresses addresses;
    private final Deque<Part> started = new ConcurrentLinkedDeque<>();

    private RunningParts(EmbeddedSettings settings) throws IOException, InterruptedException {
        this.folder = settings.dataDir();
        this.directory = new DataDirectory(folder);
        Optional<Map<String, String>> foreign = directory.takeOrRead();
        this.ours = foreign.isEmpty();
        this.addresses = Addresses.of(foreign.orElse(Map.of()));
        this.workshop = new Workshop(site(settings), settings);
    }

    private Site site(EmbeddedSettings settings) {
        return new Site(
                folder, new Cache(settings.cacheDir()), settings.ports(), new Secrets(directory.secrets()), progress);
    }

    /** The parts on the configured data directory; the same object until they are stopped. */
    static synchronized RunningParts on(EmbeddedSettings settings) throws IOException, InterruptedException {
        RunningParts known = BY_FOLDER.get(settings.dataDir());
        if (known != null) {
            return known;
        }
        RunningParts fresh = new RunningParts(settings);
        BY_FOLDER.put(settings.dataDir(), fresh);
        SpringApplication.getShutdownHandlers().add(fresh::stop);
        return fresh;
    }

    /** Stops everything that this process started. */
    static void stopAll() {
        List.copyOf(BY_FOLDER.values()).forEach(RunningParts::stop);
    }

    /**
     * Starts those of the wanted parts that do not run yet.
     *
     * @return the properties of all wanted parts
     */
    synchronized Map<String, String> ensure(Set<PartName> wanted) throws IOException, InterruptedException {
        if (ours) {
            try {
                startMissing(wanted);
                directory.publish(addresses.flat());
            } catch (IOException | InterruptedException | RuntimeException e) {
                stop();
                throw e;
            }
        }
        return addresses.of(wanted);
    }

    /** Stops what this process started, the last one first, and gives the data directory back. */
    synchronized void stop() {
        if (!BY_FOLDER.remove(folder, this)) {
            return;
        }
        while (!started.isEmpty()) {
            started.pop().stop();
        }
        try {
            directory.close();
        } catch (IOException e) {
            progress.failed("Data directory", e.toString());
        }
    }

    private void startMissing(Set<PartName> wanted) throws IOException, InterruptedException {
        List<Future<Void>> starts = new ArrayList<>();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(THREADS)) {
            for (List<PartName> row : ROWS) {
                starts.add(executor.submit(starting(row, wanted)));
            }
        }
        for (Future<Void> start : starts) {
            outcome(start);
        }
    }

    private Callable<Void> starting(List<PartName> row, Set<PartName> wanted) {
        return () -> {
            for (PartName name : row) {
                if (wanted.contains(name) && !addresses.has(name)) {
                    start(name, workshop.make(name, addresses));
                }
            }
            return null;
        };
    }

    private void start(PartName name, Part part) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        started.push(part);
        Map<String, String> properties = part.start();
        addresses.add(name, properties);
        if (!part.warming()) {
            progress.ready(part.label(), shown(properties.get(name.setting())), Duration.between(begin, Instant.now()));
        }
    }

    /** A web address as it is, of any other only host and port. */
    private static String shown(@Nullable String address) {
        return address == null ? "" : address.replaceFirst("^(?!http)\\w+://([^/]+).*", "$1");
    }

    private static void outcome(Future<Void> start) throws IOException, InterruptedException {
        try {
            start.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known
                    ? known
                    : new PartFailed("A part did not start: " + e.getCause(), e.getCause());
        }
    }
}
