package io.chom.theming.fontfile;

import java.nio.ByteBuffer;

/** Puts the table of widths together again, whose bearings may be those of the outlines (section 5.4). */
final class Widths {

    private static final int NO_BEARINGS = 1;
    private static final int NO_BEARINGS_AFTER = 2;

    private Widths() {}

    /**
     * The table.
     *
     * @param count of the glyphs that have a width of their own; the rest has the last one's
     * @param left where the outline of each glyph begins
     */
    static byte[] together(ByteBuffer from, int count, short[] left) {
        var flags = Numbers.unsignedByte(from);
        DamagedFont.unless(flags > 0 && flags <= (NO_BEARINGS | NO_BEARINGS_AFTER));
        DamagedFont.unless(count > 0 && count <= left.length);
        var widths = Numbers.part(from, 2 * count);
        var output = new Output();
        for (var glyph = 0; glyph < left.length; glyph++) {
            if (glyph < count) {
                output.two(widths.getShort());
            }
            var isLeft = (flags & (glyph < count ? NO_BEARINGS : NO_BEARINGS_AFTER)) != 0;
            output.two(isLeft ? left[glyph] : from.getShort());
        }
        DamagedFont.unless(!from.hasRemaining());
        return output.bytes();
    }
}
