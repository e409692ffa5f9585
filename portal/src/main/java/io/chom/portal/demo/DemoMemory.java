package io.chom.portal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * What the demo has to remember from one start to the next, because nobody else keeps it: the password of its people and
 * its API keys, of which the database has only the hashes. A file that only its owner can read.
 */
final class DemoMemory {

    private static final String PASSWORD = "password";

    private final Path file;
    private final Properties known = new Properties();

    DemoMemory(Path folder) {
        this.file = folder.resolve("demo.properties");
        if (Files.exists(file)) {
            read();
        }
    }

    /** The one password of everybody in the demo; made up at the first start. */
    String password() {
        return get(PASSWORD).orElseGet(() -> {
            byte[] random = new byte[5];
            new SecureRandom().nextBytes(random);
            String password = "Demo-" + HexFormat.of().formatHex(random);
            keep(PASSWORD, password);
            return password;
        });
    }

    Optional<String> key(String tenant) {
        return get("key." + tenant);
    }

    void keepKey(String tenant, String key) {
        keep("key." + tenant, key);
    }

    private Optional<String> get(String name) {
        return Optional.ofNullable(known.getProperty(name));
    }

    private synchronized void keep(String name, String value) {
        known.setProperty(name, value);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var out = Files.newBufferedWriter(file)) {
                known.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo cannot remember its keys", e);
        }
    }

    private void read() {
        try (var in = Files.newBufferedReader(file)) {
            known.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo cannot read " + file, e);
        }
    }
}
