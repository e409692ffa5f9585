package io.chom.theming;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** A colour for every token. A palette in which something cannot be read does not exist. */
public final class Palette {
    private final Map<Token, Color> colors;

    /** @throws IllegalArgumentException if a token is missing or a pair of {@link Readability} is too close */
    Palette(Map<Token, Color> colors) {
        this.colors = Collections.unmodifiableMap(new EnumMap<>(colors));
        if (colors.size() != Token.values().length) {
            throw new IllegalArgumentException("A palette has a colour for every token");
        }
        for (var pair : Readability.pairs()) {
            if (!pair.holdsIn(this)) {
                throw new IllegalArgumentException(pair + " cannot be read");
            }
        }
    }

    /** The colour that plays the role. */
    public Color color(Token token) {
        var color = colors.get(token);
        if (color == null) {
            throw new IllegalArgumentException("No colour for " + token);
        }
        return color;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Palette palette && colors.equals(palette.colors);
    }

    @Override
    public int hashCode() {
        return colors.hashCode();
    }

    @Override
    public String toString() {
        return "Palette" + colors;
    }
}
