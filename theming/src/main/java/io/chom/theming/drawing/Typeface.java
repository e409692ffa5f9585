package io.chom.theming.drawing;

import io.chom.theming.BrandFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A family in two weights as files that can be embedded: what the web fonts draw, with figures of equal width. Each stands
 * for itself, as the variable files of the web cannot be embedded.
 *
 * @param folder of its files
 */
public record Typeface(String folder) {

    /** Has Latin, Greek and Cyrillic letters and many signs, so that nothing is missing where another font ends. */
    public static final Typeface FALLBACK = new Typeface("noto-sans");

    /** What is written in bold. */
    public static final int BOLD = 600;

    /** What is not. */
    public static final int REGULAR = 400;

    /** The one of a brand that has chosen this font. The visitor's system is not known here; it is the fallback. */
    public static Typeface of(BrandFont font) {
        var folder = font.folder();
        return folder == null ? FALLBACK : new Typeface(folder);
    }

    /** The file of a weight; the caller closes it. */
    public InputStream open(int weight) {
        var file = "fonts/" + folder + (weight == BOLD ? "/semibold.ttf" : "/regular.ttf");
        return Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file);
    }

    /** The file of a weight as bytes. */
    byte[] bytes(int weight) {
        try (var file = open(weight)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
