package io.chom.theming.website;

import io.chom.theming.Color;
import io.chom.theming.CssColor;
import io.chom.theming.Logo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A picture that a house may wear as its logo.
 *
 * @param picture as it would be worn
 * @param ground on which it can be seen
 */
public record ProposedLogo(Logo picture, Ground ground) {

    /** What a picture can be seen on. */
    public enum Ground {
        LIGHT,
        DARK,
        BOTH;

        /** Whether it can be seen on light ground. */
        public boolean isLight() {
            return this != DARK;
        }

        /** Whether it can be seen on dark ground. */
        public boolean isDark() {
            return this != LIGHT;
        }
    }

    private static final double DARK_INK = 0.45;
    private static final double LIGHT_INK = 0.8;
    private static final int MOST_STEPS = 64;
    private static final Pattern FILL = Pattern.compile("(?:fill|stroke|stop-color)=\"([^\"]+)\"");

    static ProposedLogo of(Logo picture) {
        var lightness = lightness(picture);
        var ground = lightness < DARK_INK ? Ground.LIGHT : lightness > LIGHT_INK ? Ground.DARK : Ground.BOTH;
        return new ProposedLogo(picture, ground);
    }

    /** How light the ink is, 0..1: of what is drawn without a colour, black. */
    private static double lightness(Logo picture) {
        return switch (picture.format()) {
            case PNG -> ofPixels(picture);
            case SVG ->
                FILL.matcher(picture.content())
                        .results()
                        .map(match -> match.group(1).strip())
                        .filter(ink -> !ink.equals("none") && !ink.startsWith("url"))
                        .mapToDouble(
                                ink -> CssColor.read(ink).map(Color::lightness).orElse(ink.equals("white") ? 1.0 : 0.0))
                        .average()
                        .orElse(0);
        };
    }

    private static double ofPixels(Logo picture) {
        try {
            var pixels = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture.bytes())));
            var sum = 0.0;
            var seen = 0;
            for (var row = 0; row < MOST_STEPS; row++) {
                for (var column = 0; column < MOST_STEPS; column++) {
                    var pixel = at(pixels, column, row);
                    if (pixel >>> 24 >= 128) {
                        sum += new Color(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff).lightness();
                        seen++;
                    }
                }
            }
            // A picture without anything to see through brings its own ground along.
            return seen == 0 || seen == MOST_STEPS * MOST_STEPS ? (DARK_INK + LIGHT_INK) / 2 : sum / seen;
        } catch (IOException impossible) {
            throw new IllegalStateException("A PNG that was written cannot be read", impossible);
        }
    }

    private static int at(BufferedImage pixels, int column, int row) {
        return pixels.getRGB(column * pixels.getWidth() / MOST_STEPS, row * pixels.getHeight() / MOST_STEPS);
    }
}
