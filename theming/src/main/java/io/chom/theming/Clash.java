package io.chom.theming;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two colours that could not be told apart if the accent were used exactly as it was chosen.
 *
 * @param pair the two, one of which is the accent
 * @param scheme the palette in which they meet
 * @param ratio their contrast, less than the pair's least
 * @param asked the chosen accent
 * @param given the nearest one with which no pair clashes in this palette
 */
public record Clash(Readability.Pair pair, Scheme scheme, double ratio, Color asked, Color given) {

    /**
     * What clashes in the schemes that the accent was chosen for: in the dark one of a brand that starts dark, in the light
     * one of all others. In the other scheme the accent is not the chosen one but one that was made for it. The worst
     * first; none if and only if the accent can be used as it is.
     */
    public static List<Clash> of(BrandTokens tokens) {
        return in(tokens, tokens.look().mode() == ColorMode.DARK ? Scheme.DARK : Scheme.LIGHT);
    }

    private static List<Clash> in(BrandTokens tokens, Scheme scheme) {
        var palette = tokens.palette(scheme);
        var asked = tokens.look().accent();
        return Readability.pairs().stream()
                .filter(pair -> pair.has(Token.ACCENT))
                .flatMap(pair -> {
                    var ratio = Contrast.ratio(used(palette, pair.front(), asked), used(palette, pair.back(), asked));
                    return ratio < pair.least()
                            ? Stream.of(new Clash(pair, scheme, ratio, asked, palette.color(Token.ACCENT)))
                            : Stream.of();
                })
                .sorted(Comparator.comparingDouble(Clash::distance))
                .toList();
    }

    private double distance() {
        return ratio / pair.least();
    }

    private static Color used(Palette palette, Token token, Color accent) {
        return token == Token.ACCENT ? accent : palette.color(token);
    }
}
