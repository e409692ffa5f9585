package io.chom.embedded;

import io.chom.embedded.part.PartFailed;
import io.chom.embedded.part.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an installation, held by at most one process. The lock on it vanishes with the process, however that
 * ends, so whoever gets it knows that any server still running on the folder is a leftover.
 */
final class DataDirectory implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 90;

    private final Path root;
    private @Nullable FileChannel channel;

    DataDirectory(Path root) {
        this.root = root;
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /**
     * Takes the folder for this process, or, if another process holds it, reads what that one published. Waits while the
     * other one is still starting.
     *
     * @return what the other process published; empty if the folder is now ours
     */
    Optional<Map<String, String>> takeOrRead() throws IOException, InterruptedException {
        Files.createDirectories(root);
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            if (take()) {
                return Optional.empty();
            }
            if (Files.exists(addresses())) {
                return Optional.of(PrivateFiles.read(addresses()));
            }
            awaitChange();
        }
        throw new PartFailed(
                "%s is held by another program that does not get ready: stop it, or choose another folder with chom.embedded.data-dir."
                        .formatted(root));
    }

    /** Tells other processes what this one runs. */
    void publish(Map<String, String> properties) throws IOException {
        PrivateFiles.write(addresses(), properties);
    }

    @Override
    public void close() throws IOException {
        FileChannel held = channel;
        channel = null;
        if (held != null) {
            Files.deleteIfExists(addresses());
            Files.deleteIfExists(owner());
            held.close();
        }
    }

    private boolean take() throws IOException {
        FileChannel opened =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = opened.tryLock();
        if (lock == null) {
            opened.close();
            return false;
        }
        channel = opened;
        Files.deleteIfExists(addresses());
        Files.writeString(owner(), ProcessHandle.current().pid() + "\n");
        return true;
    }

    private void awaitChange() throws IOException, InterruptedException {
        try (WatchService watch = root.getFileSystem().newWatchService()) {
            WatchKey registered = root.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            WatchKey changed = watch.poll(1, TimeUnit.SECONDS);
            registered.cancel();
            if (changed != null) {
                changed.cancel();
            }
        }
    }

    private Path addresses() {
        return root.resolve("addresses.properties");
    }

    /** For the launcher, which cannot see the lock. */
    private Path owner() {
        return root.resolve("owner.pid");
    }
}
