package io.chom.theming.fontfile;

import java.nio.ByteBuffer;

/**
 * The way from one point of an outline to the next (section 5.2, “Decoding of variable-length X and Y coordinates”).
 *
 * @param x to the right
 * @param y upwards
 * @param isOn whether the outline goes through the point
 */
record Step(int x, int y, boolean isOn) {

    /** The first flags of the kinds that have both ways, in one, two, three and four bytes. */
    private static final int ACROSS = 10;

    private static final int NIBBLES = 20;
    private static final int BYTES = 84;
    private static final int TWELVE_BITS = 120;
    private static final int WORDS = 124;

    static Step read(ByteBuffer flags, ByteBuffer shapes) {
        var flag = Numbers.unsignedByte(flags);
        var isOn = flag < 0x80;
        var kind = flag & 0x7f;
        var first = Numbers.unsignedByte(shapes);
        if (kind < ACROSS) {
            return new Step(0, signed(kind, ((kind & 14) << 7) + first), isOn);
        }
        if (kind < NIBBLES) {
            return new Step(signed(kind, ((kind - ACROSS & 14) << 7) + first), 0, isOn);
        }
        if (kind < BYTES) {
            var high = kind - NIBBLES;
            return both(kind, 1 + (high & 0x30) + (first >> 4), 1 + ((high & 0x0c) << 2) + (first & 0x0f), isOn);
        }
        var second = Numbers.unsignedByte(shapes);
        if (kind < TWELVE_BITS) {
            var high = kind - BYTES;
            return both(kind, 1 + (high / 12 << 8) + first, 1 + (high % 12 >> 2 << 8) + second, isOn);
        }
        var third = Numbers.unsignedByte(shapes);
        if (kind < WORDS) {
            return both(kind, (first << 4) + (second >> 4), ((second & 0x0f) << 8) + third, isOn);
        }
        return both(kind, (first << 8) + second, (third << 8) + Numbers.unsignedByte(shapes), isOn);
    }

    private static Step both(int kind, int x, int y, boolean isOn) {
        return new Step(signed(kind, x), signed(kind >> 1, y), isOn);
    }

    private static int signed(int sign, int way) {
        return (sign & 1) == 0 ? -way : way;
    }
}
