package io.chom.theming;

import io.chom.theming.Unfit.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A picture that is safe to serve: an SVG without anything active or external, or a PNG of sane size.
 *
 * @param format SVG or PNG
 * @param content the SVG's text, or the PNG in base 64
 */
public record Logo(Format format, String content) {
    /** The most bytes a logo may have. */
    public static final int MOST_BYTES = 256 * 1024;

    /** What a logo is made of. */
    public enum Format {
        SVG("image/svg+xml", "svg"),
        PNG("image/png", "png");

        private final String contentType;
        private final String extension;

        Format(String contentType, String extension) {
            this.contentType = contentType;
            this.extension = extension;
        }

        /** The media type under which it is served. */
        public String contentType() {
            return contentType;
        }

        /** The ending of its file name, without the dot. */
        public String extension() {
            return extension;
        }
    }

    /** @throws IllegalArgumentException if the picture is too large, malformed, active or refers to something outside */
    public Logo {
        if (content.length() > MOST_BYTES * 4 / 3 + 4) {
            throw new Unfit(Reason.TOO_HEAVY, "A logo has at most 256 kB", 256);
        }
        switch (format) {
            case SVG -> SafeSvg.require(content);
            case PNG -> SafePng.require(decoded(content), "A PNG logo", MOST_BYTES);
        }
    }

    /** @throws IllegalArgumentException if the text is no SVG or not a harmless one */
    public static Logo svg(String text) {
        return new Logo(Format.SVG, text);
    }

    /** @throws IllegalArgumentException if the bytes are no PNG or a too large one */
    public static Logo png(byte[] bytes) {
        return new Logo(Format.PNG, Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * A picture that somebody has sent; what it is, its own bytes say. A PNG is drawn anew, so that nothing is left of what
     * else the file carried: places, names, comments, appended data.
     *
     * @throws IllegalArgumentException if it is neither a harmless SVG nor a PNG, too large or damaged
     */
    public static Logo uploaded(byte[] bytes) {
        return SafePng.isPng(bytes)
                ? png(SafePng.redrawn(bytes, "A PNG logo", MOST_BYTES))
                : svg(new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * A picture that was found on a website, made into one that may be served: a drawing loses everything that does not
     * draw, and what is made of pixels (PNG, JPEG, GIF, BMP, WebP, ICO) is drawn anew as a PNG of at most 512 pixels a side.
     *
     * @throws IllegalArgumentException if nothing can be made of it
     */
    public static Logo found(byte[] bytes) {
        return FoundSvg.isSvg(bytes)
                ? svg(FoundSvg.cleaned(new String(bytes, StandardCharsets.UTF_8)))
                : png(FoundPicture.redrawn(bytes, 512, MOST_BYTES));
    }

    /** The picture as it is served. */
    public byte[] bytes() {
        return switch (format) {
            case SVG -> content.getBytes(StandardCharsets.UTF_8);
            case PNG -> decoded(content);
        };
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
