package io.chom.portal.journey;

import io.chom.embedded.part.Cache;
import io.chom.embedded.part.Ports;
import io.chom.embedded.part.Progress;
import io.chom.embedded.part.Secrets;
import io.chom.embedded.part.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** Where a program of a test can stand: a folder of its own, ports that nobody has, and if need be the machine for itself. */
final class Ground {

    private static final List<Integer> PORTS = List.of(
            8080, 8081, 8082, 8180, 8025, 8090, 5433, 9094, 1025, 8301, 8302, 8321, 8322, 8341, 8342, 8361, 8362, 8381,
            8382);

    /** A port that Chromium refuses to open, as it does with the ports of some old protocols. */
    private static final int FORBIDDEN = 10_080;

    private static final AtomicReference<Runnable> END_OF_SHARED = new AtomicReference<>(() -> {});

    private Ground() {}

    /** Somebody shares this program with others until the JVM ends or one of them asks for the machine. */
    static void share(Runnable end) {
        END_OF_SHARED.set(end);
        Runtime.getRuntime().addShutdownHook(new Thread(Ground::clear));
    }

    /** Ends what the journeys share. Whoever asks for it comes after all of them, by its name. */
    static void clear() {
        END_OF_SHARED.getAndSet(() -> {}).run();
    }

    /** A world of its own for each run, kept to be looked at afterwards. */
    static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "journey");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For servers that a test runs by itself, in this folder, which is made. */
    static Site site(Path data, int offset) throws IOException {
        return new Site(
                Files.createDirectories(data),
                new Cache(Path.of(System.getProperty("user.home"), ".cache/chom-portal")),
                Ports.fixed(offset),
                new Secrets(data.resolve("secrets.properties")),
                new Progress(System.out));
    }

    static int freeOffset() {
        return new Random()
                .ints(1_000, 20_000)
                .filter(candidate ->
                        PORTS.stream().allMatch(port -> port + candidate != FORBIDDEN && isFree(port + candidate)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() == port;
        } catch (IOException e) {
            return false;
        }
    }
}
