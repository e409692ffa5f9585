package io.chom.embedded.part;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks tar archives. */
public final class Archive {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private Archive() {}

    /**
     * Writes every entry below a folder.
     *
     * @param tar the archive, already decompressed
     * @param leading how many leading names of each path are left out
     */
    public static void unpack(InputStream tar, Path folder, int leading) throws IOException {
        TarArchiveInputStream entries = new TarArchiveInputStream(tar);
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            Path name = Path.of(entry.getName()).normalize();
            if (name.getNameCount() > leading) {
                write(entries, entry, inside(folder, name.subpath(leading, name.getNameCount())));
            }
        }
    }

    private static Path inside(Path folder, Path name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive reaches outside its folder: " + name);
        }
        return target;
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
