package io.chom.portal.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder in which the processes are written down, for the launcher and for the next start. Only its owner can enter.
 *
 * @param path it exists
 */
record Folder(Path path) {

    static final String NAME = "processes";

    static Folder in(Path data) throws IOException {
        Path path = data.resolve(NAME);
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return new Folder(path);
    }

    Path pidOf(Slot slot) {
        return path.resolve(slot.name() + ".pid");
    }

    /** What the process says before its log is there. */
    Path wordsOf(Slot slot) {
        return path.resolve(slot.name() + ".out");
    }

    /** Who can enter the demo, as the process that has founded it wrote it down. */
    Path demoOf(Slot slot) {
        return path.resolve(slot.name() + ".json");
    }

    /** Exists while somebody waits for a restart; names the processes, all if it is empty. */
    Path restart() {
        return path.resolve("restart");
    }

    /** How the last restart went. */
    Path restartLog() {
        return path.resolve("restart.log");
    }
}
