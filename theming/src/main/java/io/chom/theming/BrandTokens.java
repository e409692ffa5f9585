package io.chom.theming;

import java.util.List;
import java.util.stream.Stream;

/**
 * A look, worked out: both palettes, readable whatever was chosen, and the account of what had to be moved for it.
 *
 * @param look what was chosen
 * @param light the palette on light ground
 * @param dark the palette on dark ground
 * @param adjustments the chosen colours that were visibly moved
 */
public record BrandTokens(Look look, Palette light, Palette dark, List<Adjustment> adjustments) {

    public BrandTokens {
        adjustments = List.copyOf(adjustments);
    }

    /** Works out a look; there is none for which this fails. */
    public static BrandTokens of(Look look) {
        var light = PaletteDesign.of(look, Scheme.LIGHT);
        var dark = PaletteDesign.of(look, Scheme.DARK);
        return new BrandTokens(look, light, dark, moved(look, light, dark));
    }

    /** The palette of a scheme. */
    public Palette palette(Scheme scheme) {
        return switch (scheme) {
            case LIGHT -> light;
            case DARK -> dark;
        };
    }

    /** The palette with which a visitor starts whose system has no say. */
    public Palette first() {
        return switch (look.mode()) {
            case LIGHT, AUTO -> light;
            case DARK -> dark;
        };
    }

    private static List<Adjustment> moved(Look look, Palette light, Palette dark) {
        var asked = look.accent();
        return Stream.of(Token.ACCENT, Token.CHART_1)
                .flatMap(token -> Stream.of(
                        Adjustment.between(token, Scheme.LIGHT, asked, light.color(token)),
                        Adjustment.between(token, Scheme.DARK, asked, dark.color(token))))
                .filter(Adjustment::isVisible)
                .toList();
    }
}
