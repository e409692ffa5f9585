package io.chom.theming;

import io.chom.theming.Unfit.Reason;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The picture that stands beside a link to a brand's first page where people share it (<a href="https://ogp.me/">Open
 * Graph</a>). 1,200 × 630 pixels suit everybody who shows one.
 *
 * @param content the PNG in base 64
 */
public record SocialImage(String content) {

    /** The most bytes it may have. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final int LEAST_PIXELS_A_SIDE = 200;

    /** @throws IllegalArgumentException if it is no PNG, too large, too small or damaged, in a sentence without a full stop */
    public SocialImage {
        if (content.length() > MOST_BYTES * 4 / 3 + 4) {
            throw new Unfit(Reason.TOO_HEAVY, "A picture for shared links has at most 1 MB", 1024);
        }
        var bytes = Base64.getDecoder().decode(content);
        SafePng.require(bytes, "A picture for shared links", MOST_BYTES);
        if (side(bytes, 16) < LEAST_PIXELS_A_SIDE || side(bytes, 20) < LEAST_PIXELS_A_SIDE) {
            throw new Unfit(Reason.TOO_NARROW, "A picture for shared links has at least 200 pixels a side", 200);
        }
    }

    /**
     * A picture that somebody has sent, drawn anew as logos are.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static SocialImage uploaded(byte[] bytes) {
        var drawn = SafePng.redrawn(bytes, "A picture for shared links", MOST_BYTES);
        return new SocialImage(Base64.getEncoder().encodeToString(drawn));
    }

    /**
     * A picture that was found on a website, drawn anew as a PNG of at most 1,200 pixels a side.
     *
     * @throws IllegalArgumentException if nothing can be made of it
     */
    public static SocialImage found(byte[] bytes) {
        return new SocialImage(Base64.getEncoder().encodeToString(FoundPicture.redrawn(bytes, 1200, MOST_BYTES)));
    }

    /** The picture as it is served. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(content);
    }

    /** In pixels. */
    public int width() {
        return side(bytes(), 16);
    }

    /** In pixels. */
    public int height() {
        return side(bytes(), 20);
    }

    private static int side(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }
}
