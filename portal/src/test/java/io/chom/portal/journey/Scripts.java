package io.chom.portal.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Small scripts that ask a page about itself. */
final class Scripts {

    private Scripts() {}

    static String read(String name) {
        try (var file = Objects.requireNonNull(Scripts.class.getResourceAsStream(name + ".js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
