package io.chom.theming;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Reads the header of a PNG first: its size is known before anything is decoded. */
final class SafePng {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER_CHUNK = 0x49484452;
    private static final int MOST_PIXELS_A_SIDE = 4096;

    private SafePng() {}

    /** @throws IllegalArgumentException if it is no PNG or wider or higher than 4,096 pixels */
    static void require(byte[] bytes) {
        if (bytes.length < 33 || bytes.length > Logo.MOST_BYTES) {
            throw new IllegalArgumentException("A PNG logo has at most 256 kB");
        }
        var header = ByteBuffer.wrap(bytes);
        if (header.getLong(0) != SIGNATURE || header.getInt(12) != HEADER_CHUNK) {
            throw new IllegalArgumentException("This is not a PNG picture");
        }
        requireSide(header.getInt(16));
        requireSide(header.getInt(20));
    }

    /** Whether a file begins as a PNG does. */
    static boolean isPng(byte[] bytes) {
        return bytes.length >= Long.BYTES && ByteBuffer.wrap(bytes).getLong(0) == SIGNATURE;
    }

    /**
     * The same picture in a file that has nothing but its pixels.
     *
     * @throws IllegalArgumentException if it is no PNG, too large or damaged
     */
    static byte[] redrawn(byte[] bytes) {
        require(bytes);
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(bytes));
            // The reader is content with half a picture; only the last chunk says that all of it is there.
            if (picture == null || !new String(bytes, StandardCharsets.ISO_8859_1).contains("IEND")) {
                throw new IllegalArgumentException("This PNG picture is damaged");
            }
            var fresh = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", fresh);
            return fresh.toByteArray();
        } catch (IOException damaged) {
            throw new IllegalArgumentException("This PNG picture is damaged", damaged);
        }
    }

    private static void requireSide(int pixels) {
        if (pixels < 1 || pixels > MOST_PIXELS_A_SIDE) {
            throw new IllegalArgumentException("A logo has at most 4,096 pixels a side");
        }
    }
}
