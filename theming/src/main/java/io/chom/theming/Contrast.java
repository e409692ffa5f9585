package io.chom.theming;

/**
 * Contrast of two colours as WCAG 2.2 defines it
 * (<a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">contrast ratio</a>,
 * <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">relative luminance</a>).
 */
public final class Contrast {
    /** The least ratio for text (<a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">1.4.3</a>, AA). */
    public static final double TEXT = 4.5;

    /**
     * The least ratio for text from 24 px on, or from 18.66 px in bold
     * (<a href="https://www.w3.org/TR/WCAG22/#dfn-large-scale">large scale</a>, 1.4.3, AA).
     */
    public static final double LARGE = 3.0;

    /**
     * The least ratio for parts of controls, focus rings and graphics
     * (<a href="https://www.w3.org/TR/WCAG22/#non-text-contrast">1.4.11</a>, AA).
     */
    public static final double PART = 3.0;

    private Contrast() {}

    /** The ratio between 1 (equal) and 21 (black on white); the order does not matter. */
    public static double ratio(Color one, Color other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Whether text in the first colour can be read on the second (AA, normal size). */
    public static boolean isReadable(Color text, Color background) {
        return ratio(text, background) >= TEXT;
    }

    /** Whether a control or a graphic in the first colour can be told from the second (AA). */
    public static boolean isDiscernible(Color part, Color background) {
        return ratio(part, background) >= PART;
    }

    /** The relative luminance, 0 (black) to 1 (white). */
    static double luminance(Color color) {
        return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
    }

    static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
