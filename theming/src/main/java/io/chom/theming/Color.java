package io.chom.theming;

import io.chom.theming.Unfit.Reason;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An opaque sRGB colour.
 *
 * @param red 0..255
 * @param green 0..255
 * @param blue 0..255
 */
public record Color(int red, int green, int blue) {
    static final Color WHITE = new Color(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    /** @throws IllegalArgumentException if a channel is outside 0..255 */
    public Color {
        requireChannel(red);
        requireChannel(green);
        requireChannel(blue);
    }

    /**
     * Reads {@code #rgb} or {@code #rrggbb}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Color of(String text) {
        if (!isValid(text)) {
            throw new Unfit(Reason.COLOR, "A colour is written as #rgb or #rrggbb");
        }
        var digits = text.length() == 4 ? text.replaceAll("([0-9a-fA-F])", "$1$1") : text;
        var rgb = Integer.parseInt(digits.substring(1), 16);
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** Whether {@link #of} accepts the text. */
    public static boolean isValid(String text) {
        return HEX.matcher(text).matches();
    }

    /** The colour as lower-case {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** How colourful it looks, from 0 (a grey) to about 0.37. */
    public double chroma() {
        return Oklch.of(this).chroma();
    }

    /** How light it looks, from 0 (black) to 1 (white). */
    public double lightness() {
        return Oklch.of(this).lightness();
    }

    /** How different two colours look, from 0 (the same) to about 1 (black and white). */
    public double distance(Color other) {
        var one = Oklch.of(this);
        var two = Oklch.of(other);
        var angle = Math.toRadians(one.hue() - two.hue());
        var chroma = one.chroma() * one.chroma()
                + two.chroma() * two.chroma()
                - 2 * one.chroma() * two.chroma() * Math.cos(angle);
        return Math.hypot(one.lightness() - two.lightness(), Math.sqrt(Math.max(0, chroma)));
    }

    private static void requireChannel(int channel) {
        if (channel < 0 || channel > 255) {
            throw new IllegalArgumentException("A colour channel is between 0 and 255");
        }
    }
}
