package io.chom.theming;

import java.util.function.Predicate;

/**
 * Colours five series: the main one in the accent, the rest in neutrals that alternate between far from the ground and
 * near to it, so that neighbours differ in lightness and no eye has to rely on hue.
 */
record ChartDesign(Tones tones, Oklch accent, Oklch neutral, Mix mix) {

    void series() {
        var far = neutral.at(tones.farSeries());
        var near = neutral.at(tones.nearSeries());
        var nearColor = seek(near.withChroma(0.02), onGrounds());
        var farColor = seek(far.withChroma(0.02), onGrounds().and(apart(nearColor)));
        var main = seek(accent, onGrounds().and(apart(nearColor).or(apart(farColor))));
        var isFarNext = Contrast.isDiscernible(main, farColor);
        mix.put(Token.CHART_1, main);
        mix.put(Token.CHART_2, isFarNext ? farColor : nearColor);
        mix.put(Token.CHART_3, isFarNext ? nearColor : farColor);
        mix.put(Token.CHART_4, tinted(isFarNext ? far : near, Token.CHART_3));
        mix.put(Token.CHART_5, tinted(isFarNext ? near : far, Token.CHART_4));
    }

    /** The later series of the same lightness take a trace of the accent, so that they are not twins. */
    private Color tinted(Oklch base, Token neighbour) {
        var start = new Oklch(base.lightness(), 0.055, accent.hue());
        return seek(start, onGrounds().and(apart(mix.get(neighbour))));
    }

    private Predicate<Color> onGrounds() {
        return color -> Readability.GROUNDS.stream().allMatch(ground -> Contrast.isDiscernible(color, mix.get(ground)));
    }

    private static Predicate<Color> apart(Color other) {
        return color -> Contrast.isDiscernible(color, other);
    }

    private static Color seek(Oklch start, Predicate<Color> condition) {
        return Seek.from(start).until(condition);
    }
}
