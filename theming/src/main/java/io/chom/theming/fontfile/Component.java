package io.chom.theming.fontfile;

import java.nio.ByteBuffer;

/**
 * A glyph that is a part of another one (ISO/IEC 14496-22, section 5.3.4).
 *
 * @param flags what follows, and what is meant by it
 * @param glyph its number
 * @param placing where and how it is drawn, as stored
 */
record Component(int flags, int glyph, byte[] placing) {

    private static final int WIDE = 0x0001;
    private static final int SCALED = 0x0008;
    private static final int FOLLOWED = 0x0020;
    private static final int SCALED_TWICE = 0x0040;
    private static final int TURNED = 0x0080;
    private static final int INSTRUCTED = 0x0100;

    static Component read(ByteBuffer from) {
        var flags = Numbers.unsignedShort(from);
        var glyph = Numbers.unsignedShort(from);
        var placing = new byte[((flags & WIDE) == 0 ? 2 : 4) + scale(flags)];
        from.get(placing);
        return new Component(flags, glyph, placing);
    }

    private static int scale(int flags) {
        if ((flags & SCALED) != 0) {
            return 2;
        }
        if ((flags & SCALED_TWICE) != 0) {
            return 4;
        }
        return (flags & TURNED) != 0 ? 8 : 0;
    }

    void write(Output output) {
        output.two(flags).two(glyph).all(placing);
    }

    boolean isFollowed() {
        return (flags & FOLLOWED) != 0;
    }

    boolean isInstructed() {
        return (flags & INSTRUCTED) != 0;
    }
}
