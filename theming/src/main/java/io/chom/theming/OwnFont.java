package io.chom.theming;

import io.chom.theming.Unfit.Reason;
import io.chom.theming.fontfile.DamagedFont;
import io.chom.theming.fontfile.DocumentFont;
import io.chom.theming.fontfile.Woff2;
import java.util.Base64;
import java.util.Optional;

/**
 * A font that a house has brought: one WOFF2 file whose head is sane.
 *
 * @param name of its file, 1..80 characters
 * @param content the file in base 64
 */
public record OwnFont(String name, String content) {

    /** The name in style sheets; it names nobody. */
    private static final String FAMILY = "ui own";

    /** The most bytes a font may have. */
    public static final int MOST_BYTES = Woff2.MOST_BYTES;

    /** @throws IllegalArgumentException if it is no WOFF2, too large or damaged, in a sentence without a full stop */
    public OwnFont {
        name = PlainText.line("The name of a font’s file", name, 80);
        if (content.length() > MOST_BYTES * 4 / 3 + 4) {
            throw tooHeavy();
        }
        read(Base64.getDecoder().decode(content));
    }

    /**
     * A file that somebody has sent; what it is, its own bytes say. Unpacking it takes some milliseconds.
     *
     * @throws IllegalArgumentException as the constructor, and if it cannot be unpacked
     */
    public static OwnFont uploaded(String name, byte[] bytes) {
        try {
            read(bytes).unpack();
        } catch (DamagedFont damaged) {
            throw new Unfit(Reason.DAMAGED_FONT, String.valueOf(damaged.getMessage()));
        }
        return new OwnFont(name, Base64.getEncoder().encodeToString(bytes));
    }

    private static Woff2 read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw tooHeavy();
        }
        try {
            return Woff2.require(bytes);
        } catch (DamagedFont damaged) {
            throw new Unfit(Reason.DAMAGED_FONT, String.valueOf(damaged.getMessage()));
        } catch (IllegalArgumentException other) {
            throw new Unfit(Reason.NOT_WOFF2, String.valueOf(other.getMessage()));
        }
    }

    private static Unfit tooHeavy() {
        return new Unfit(Reason.TOO_HEAVY, "A font has at most 512 kB", MOST_BYTES / 1024);
    }

    /** The file as it is served. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(content);
    }

    /**
     * The font as a PDF can have it in itself, a TrueType file; empty if none can. Takes some tens of milliseconds, so
     * documents take it from {@link PrintedFont}.
     */
    public Optional<byte[]> forDocuments() {
        try {
            return DocumentFont.of(Woff2.require(bytes()).unpack());
        } catch (IllegalArgumentException storedBeforeItWasUnpacked) {
            return Optional.empty();
        }
    }

    /** The name of the file where it is served: its content's. */
    String file() {
        return Digest.of(bytes()) + ".woff2";
    }

    /** The rule for style sheets that lie beside the file. A fixed font is made bolder by the browser. */
    String face() {
        var weight = Woff2.require(bytes()).isVariable() ? "font-weight:100 900;" : "";
        return "@font-face{font-family:\"%s\";font-style:normal;%sfont-display:swap;src:url(\"%s\") format(\"woff2\")}\n"
                .formatted(FAMILY, weight, file());
    }

    /** The value of {@code font-family}; the other font has what this one lacks. */
    public String css(BrandFont fallback) {
        return "\"%s\", %s".formatted(FAMILY, fallback.css());
    }
}
