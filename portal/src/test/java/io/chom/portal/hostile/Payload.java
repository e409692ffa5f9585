package io.chom.portal.hostile;

import io.chom.theming.Brand;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that a stranger gives.
 *
 * @param family what it tries
 * @param given what it is, for whoever reads a failure
 * @param words as people will read them; empty if it has none, or if they stand where none are read
 * @param taken the brand that it makes, as the product makes it; refuses by an {@link IllegalArgumentException}
 */
record Payload(Family family, String given, Optional<String> words, Supplier<Brand> taken) {

    enum Family {
        COLORS(100),
        DRAWINGS(100),
        PICTURES(60),
        WORDS(80),
        SENDERS(30),
        LOOKALIKES(30);

        private final int count;

        Family(int count) {
            this.count = count;
        }

        int count() {
            return count;
        }
    }

    /** The brand, or empty if the product refuses it. */
    Optional<Brand> brand() {
        try {
            return Optional.of(taken.get());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return family + " " + given;
    }
}
