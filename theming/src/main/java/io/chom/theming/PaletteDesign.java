package io.chom.theming;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Mixes one palette: grounds first, then whatever must be readable on them, each moved only as far as it must. */
final class PaletteDesign {
    private static final double SUCCESS_HUE = 155;
    private static final double WARNING_HUE = 68;
    private static final double DANGER_HUE = 26;

    private final Tones tones;
    private final Oklch accent;
    private final Oklch neutral;
    private final Mix mix = new Mix();

    private PaletteDesign(Look look, Scheme scheme) {
        tones = Tones.of(scheme);
        var chosen = Oklch.of(look.accent());
        accent = chosen.withChroma(chosen.chroma() * tones.accentChroma());
        var seed = Oklch.of(look.background());
        neutral = seed.withChroma(Math.min(seed.chroma(), 0.02));
    }

    static Palette of(Look look, Scheme scheme) {
        var design = new PaletteDesign(look, scheme);
        design.grounds();
        design.softGrounds();
        design.words();
        design.controls();
        design.accents();
        new ChartDesign(design.tones, design.accent, design.neutral, design.mix).series();
        return design.mix.palette();
    }

    private void grounds() {
        mix.put(Token.PAGE, tint(0.5).at(tones.page()).color());
        mix.put(Token.SURFACE, tint(0.6).at(tones.surface()).color());
        mix.put(Token.RAISED, tint(0.7).at(tones.raised()).color());
        mix.put(Token.SUNKEN, tint(0.7).at(tones.sunken()).color());
        mix.put(Token.HAIRLINE, tint(0.9).at(tones.hairline()).color());
    }

    private void softGrounds() {
        mix.put(Token.ACCENT_SOFT, soft(accent));
        mix.put(Token.SUCCESS_SOFT, soft(signal(SUCCESS_HUE, 0.13)));
        mix.put(Token.WARNING_SOFT, soft(signal(WARNING_HUE, 0.13)));
        mix.put(Token.DANGER_SOFT, soft(signal(DANGER_HUE, 0.18)));
    }

    private void words() {
        mix.seek(
                Token.TEXT,
                tint(1).at(tones.text()),
                mix.onGrounds(Contrast.TEXT).and(mix.on(Readability.SOFTS, Contrast.TEXT)));
        mix.seek(Token.MUTED, tint(1).at(tones.muted()), word(Token.ACCENT_SOFT));
        mix.seek(Token.ACCENT_TEXT, accent.at(nearSignal()), word(Token.ACCENT_SOFT));
        mix.seek(Token.SUCCESS, signal(SUCCESS_HUE, 0.13), word(Token.SUCCESS_SOFT));
        mix.seek(Token.WARNING, signal(WARNING_HUE, 0.13), word(Token.WARNING_SOFT));
        mix.seek(Token.DANGER, signal(DANGER_HUE, 0.18), word(Token.DANGER_SOFT));
        mix.put(Token.ON_DANGER, Contrast.isReadable(Color.WHITE, mix.get(Token.DANGER)) ? Color.WHITE : ink());
    }

    private void controls() {
        mix.seek(Token.CONTROL, tint(1).at(tones.control()), mix.onGrounds(Contrast.PART));
        mix.seek(Token.FOCUS, accent, mix.onGrounds(Contrast.PART).and(mix.on(Readability.SOFTS, Contrast.PART)));
    }

    /** White on the accent looks better than ink at equal distance, so ink must win by a margin. */
    private void accents() {
        var white = fill(Color.WHITE);
        var ink = fill(ink());
        var isWhite = ink.isEmpty() || white.isPresent() && distance(white.get()) <= distance(ink.get()) + 0.11;
        var on = isWhite ? Color.WHITE : ink();
        var fill = (isWhite ? white : ink).orElseThrow();
        mix.put(Token.ON_ACCENT, on);
        mix.put(Token.ACCENT, fill);
        mix.put(Token.ACCENT_HOVER, hover(Oklch.of(fill), on));
    }

    /** A step away from the word on it, or, where that would vanish in the ground, whichever way still shows. */
    private Color hover(Oklch fill, Color on) {
        var pressed = fill.at(fill.lightness() + (on.equals(Color.WHITE) ? -0.045 : 0.045));
        var holds = mix.onGrounds(Contrast.PART).and(color -> Contrast.isReadable(on, color));
        Predicate<Color> shows =
                color -> Math.abs(Oklch.of(color).lightness() - fill.lightness()) >= Adjustment.VISIBLE;
        return Seek.from(pressed)
                .nearest(holds.and(shows))
                .orElseGet(() -> Seek.from(pressed).until(holds));
    }

    /** Aura writes white on an accent darker than 0.62 and black on a lighter one; both must come to the same. */
    private Optional<Color> fill(Color on) {
        Predicate<Color> auraAgrees = color -> Oklch.of(color).lightness() < 0.62 == on.equals(Color.WHITE);
        return Seek.from(accent)
                .nearest(mix.onGrounds(Contrast.PART).and(auraAgrees).and(color -> Contrast.isReadable(on, color)));
    }

    private double distance(Color color) {
        return Math.abs(Oklch.of(color).lightness() - accent.lightness());
    }

    private double nearSignal() {
        return tones.signal() > 0.6
                ? Math.max(accent.lightness(), tones.signal())
                : Math.min(accent.lightness(), tones.signal());
    }

    private Color ink() {
        return new Oklch(0.17, 0.015, neutral.hue()).color();
    }

    private Oklch tint(double share) {
        return neutral.withChroma(neutral.chroma() * share);
    }

    private Oklch signal(double hue, double chroma) {
        return new Oklch(tones.signal(), chroma, hue);
    }

    private Color soft(Oklch color) {
        return color.withChroma(Math.min(color.chroma(), tones.softChroma()))
                .at(tones.soft())
                .color();
    }

    private Predicate<Color> word(Token own) {
        return mix.onGrounds(Contrast.TEXT).and(mix.on(List.of(own), Contrast.TEXT));
    }
}
