package io.chom.theming;

import java.util.Optional;
import java.util.function.Predicate;

/** Finds the colour of the same hue that satisfies a condition with the least change of lightness. */
record Seek(Oklch start) {
    private static final double STEP = 0.0025;

    static Seek from(Oklch start) {
        return new Seek(start);
    }

    /** @throws IllegalStateException if no lightness satisfies the condition */
    Color until(Predicate<Color> condition) {
        return nearest(condition).orElseThrow(() -> new IllegalStateException("No lightness makes this hue readable"));
    }

    Optional<Color> nearest(Predicate<Color> condition) {
        for (var distance = 0.0; distance <= 1; distance += STEP) {
            var darker = start.at(start.lightness() - distance).color();
            if (condition.test(darker)) {
                return Optional.of(darker);
            }
            var lighter = start.at(start.lightness() + distance).color();
            if (condition.test(lighter)) {
                return Optional.of(lighter);
            }
        }
        return Optional.empty();
    }
}
