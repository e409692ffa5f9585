package io.chom.theming;

import io.chom.theming.Unfit.Reason;
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
    private static final int LEAST_BYTES = 33;
    private static final int MOST_PIXELS_A_SIDE = 4096;

    private SafePng() {}

    /**
     * Lets a picture pass.
     *
     * @param what is named in the refusal
     * @param most bytes
     * @throws IllegalArgumentException if it is no PNG, larger, or wider or higher than 4,096 pixels
     */
    static void require(byte[] bytes, String what, int most) {
        if (bytes.length > most) {
            throw new Unfit(Reason.TOO_HEAVY, what + " has at most " + most / 1024 + " kB", most / 1024);
        }
        if (bytes.length < LEAST_BYTES) {
            throw new Unfit(Reason.NOT_PNG, "This is not a PNG picture");
        }
        var header = ByteBuffer.wrap(bytes);
        if (header.getLong(0) != SIGNATURE || header.getInt(12) != HEADER_CHUNK) {
            throw new Unfit(Reason.NOT_PNG, "This is not a PNG picture");
        }
        requireSide(what, header.getInt(16));
        requireSide(what, header.getInt(20));
    }

    /** Whether a file begins as a PNG does. */
    static boolean isPng(byte[] bytes) {
        return bytes.length >= Long.BYTES && ByteBuffer.wrap(bytes).getLong(0) == SIGNATURE;
    }

    /**
     * The same picture in a file that has nothing but its pixels.
     *
     * @param what is named in the refusal
     * @param most bytes
     * @throws IllegalArgumentException if it is no PNG, too large or damaged
     */
    static byte[] redrawn(byte[] bytes, String what, int most) {
        require(bytes, what, most);
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(bytes));
            // The reader is content with half a picture; only the last chunk says that all of it is there.
            if (picture == null || !new String(bytes, StandardCharsets.ISO_8859_1).contains("IEND")) {
                throw new Unfit(Reason.DAMAGED_PICTURE, "This PNG picture is damaged");
            }
            var fresh = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", fresh);
            return fresh.toByteArray();
        } catch (IOException damaged) {
            throw new Unfit(Reason.DAMAGED_PICTURE, "This PNG picture is damaged");
        }
    }

    private static void requireSide(String what, int pixels) {
        if (pixels < 1 || pixels > MOST_PIXELS_A_SIDE) {
            throw new Unfit(Reason.TOO_WIDE, what + " has at most 4,096 pixels a side", MOST_PIXELS_A_SIDE);
        }
    }
}
