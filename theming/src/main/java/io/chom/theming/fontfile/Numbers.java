package io.chom.theming.fontfile;

import java.nio.ByteBuffer;

/** Reads the numbers of WOFF2 (section 4). */
final class Numbers {

    private static final int WORD = 253;
    private static final int TWICE_MORE = 254;
    private static final int ONCE_MORE = 255;

    private Numbers() {}

    static int unsignedByte(ByteBuffer from) {
        return from.get() & 0xff;
    }

    static int unsignedShort(ByteBuffer from) {
        return from.getShort() & 0xffff;
    }

    /**
     * A number of four bytes.
     *
     * @throws DamagedFont if it is more than a font may have bytes
     */
    static int size(ByteBuffer from) {
        var size = from.getInt();
        DamagedFont.unless(size >= 0 && size <= Woff2.MOST_UNPACKED);
        return size;
    }

    /** A UIntBase128: at most five bytes of seven bits, without leading zeros. */
    static long base128(ByteBuffer from) {
        var value = 0L;
        for (var index = 0; index < 5; index++) {
            var next = unsignedByte(from);
            DamagedFont.unless(index > 0 || next != 0x80);
            value = value << 7 | next & 0x7f;
            if ((next & 0x80) == 0) {
                DamagedFont.unless(value <= 0xffff_ffffL);
                return value;
            }
        }
        throw new DamagedFont(null);
    }

    /** A 255UInt16: one byte for most numbers, up to three for others. */
    static int packedShort(ByteBuffer from) {
        var first = unsignedByte(from);
        return switch (first) {
            case WORD -> unsignedShort(from);
            case ONCE_MORE -> WORD + unsignedByte(from);
            case TWICE_MORE -> 2 * WORD + unsignedByte(from);
            default -> first;
        };
    }

    /** The next bytes as a stream of their own. */
    static ByteBuffer part(ByteBuffer from, int length) {
        DamagedFont.unless(length >= 0 && length <= from.remaining());
        var part = from.slice(from.position(), length);
        from.position(from.position() + length);
        return part;
    }
}
