package io.chom.embedded.postgres;

import io.chom.embedded.part.Archive;
import io.chom.embedded.part.Cache;
import io.chom.embedded.part.PartFailed;
import io.chom.embedded.part.Versions;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine, unpacked from the class path. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder that has {@code bin/postgres}. */
    static Path unpacked(Cache cache) throws IOException, InterruptedException {
        String system = system();
        String machine = machine();
        String name = "postgres-%s-%s-%s".formatted(Versions.of("postgres"), system, machine);
        return cache.provide(name.toLowerCase(Locale.ROOT), folder -> unpack(system, machine, folder));
    }

    private static void unpack(String system, String machine, Path folder) throws IOException {
        try (InputStream packed = open(system, machine);
                XZInputStream tar = new XZInputStream(new BufferedInputStream(packed))) {
            Archive.unpack(tar, folder, 0);
        }
    }

    private static InputStream open(String system, String machine) throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException missing) {
            throw new PartFailed(
                    "No PostgreSQL is packed for %s on %s: set chom.postgres.url to a server of yours."
                            .formatted(system, machine),
                    missing);
        }
    }

    private static String system() {
        return System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        return ArchUtils.normalize(System.getProperty("os.arch"));
    }
}
