package io.chom.theming;

/**
 * What became of a colour that could not be used as it was chosen.
 *
 * @param token the role in which it was changed
 * @param scheme the palette in which it was changed
 * @param asked the chosen colour
 * @param given the nearest one that can be read
 * @param lightness the change of perceived lightness, -1..1 (negative: darker)
 */
public record Adjustment(Token token, Scheme scheme, Color asked, Color given, double lightness) {
    /** Below this nobody sees a difference. */
    static final double VISIBLE = 0.02;

    static Adjustment between(Token token, Scheme scheme, Color asked, Color given) {
        var change = Oklch.of(given).lightness() - Oklch.of(asked).lightness();
        return new Adjustment(token, scheme, asked, given, change);
    }

    boolean isVisible() {
        return Math.abs(lightness) >= VISIBLE;
    }
}
