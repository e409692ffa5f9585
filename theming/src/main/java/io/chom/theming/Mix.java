package io.chom.theming;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A palette in the making: what has been mixed so far, and the conditions that the next colour must meet. */
final class Mix {
    private final Map<Token, Color> colors = new EnumMap<>(Token.class);

    void put(Token token, Color color) {
        colors.put(token, color);
    }

    /** Puts the colour nearest in lightness to the wished one that meets the condition. */
    void seek(Token token, Oklch wished, Predicate<Color> condition) {
        put(token, Seek.from(wished).until(condition));
    }

    Color get(Token token) {
        var color = colors.get(token);
        if (color == null) {
            throw new IllegalStateException(token + " is needed before it was mixed");
        }
        return color;
    }

    Predicate<Color> onGrounds(double least) {
        return on(Readability.GROUNDS, least);
    }

    Predicate<Color> on(List<Token> grounds, double least) {
        return color -> grounds.stream().allMatch(ground -> Contrast.ratio(color, get(ground)) >= least);
    }

    Palette palette() {
        return new Palette(colors);
    }
}
