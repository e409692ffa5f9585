package io.chom.embedded.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of the parts that are carried as archives, as the build resolved them. */
public final class Versions {

    private Versions() {}

    /** @param part {@code postgres} or {@code keycloak} */
    public static String of(String part) {
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            Properties versions = new Properties();
            versions.load(Objects.requireNonNull(in, "versions.properties"));
            return Objects.requireNonNull(versions.getProperty(part), part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
