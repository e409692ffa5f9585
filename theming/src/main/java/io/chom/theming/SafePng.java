package io.chom.theming;

import java.nio.ByteBuffer;

/** Reads no more of a PNG than its header: the size is known before anything is decoded. */
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

    private static void requireSide(int pixels) {
        if (pixels < 1 || pixels > MOST_PIXELS_A_SIDE) {
            throw new IllegalArgumentException("A logo has at most 4,096 pixels a side");
        }
    }
}
