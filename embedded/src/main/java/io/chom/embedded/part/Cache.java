package io.chom.embedded.part;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/**
 * Folders that are costly to make and the same for every run. Each is made once, under a lock that other processes
 * respect, beside its final place, and then renamed: it is there as a whole or not at all.
 *
 * @param root where the folders are kept
 */
public record Cache(Path root) {

    /** Fills a new, empty folder. */
    @FunctionalInterface
    public interface Filling {
        /** @param folder the empty folder */
        void fill(Path folder) throws IOException, InterruptedException;
    }

    /** Whether {@link #provide} would return at once. */
    public boolean has(String name) {
        return Files.isDirectory(root.resolve(name));
    }

    /** The folder with this name, filled now if it does not exist. */
    public Path provide(String name, Filling filling) throws IOException, InterruptedException {
        // A file lock belongs to the whole process, so threads of this one have to queue before it.
        synchronized (Cache.class) {
            if (!has(name)) {
                provideAlone(name, filling);
            }
            return root.resolve(name);
        }
    }

    private void provideAlone(String name, Filling filling) throws IOException, InterruptedException {
        Files.createDirectories(root);
        try (FileChannel channel = FileChannel.open(
                        root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !has(name)) {
                make(name, filling);
            }
        }
    }

    private void make(String name, Filling filling) throws IOException, InterruptedException {
        Path unfinished = root.resolve(name + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        filling.fill(unfinished);
        Files.move(unfinished, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
