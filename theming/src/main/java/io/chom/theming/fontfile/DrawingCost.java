package io.chom.theming.fontfile;

import java.nio.ByteBuffer;

/**
 * How much there is to draw in a font. Glyphs may be made of glyphs, so that a few bytes can stand for a drawing without end;
 * whoever is to draw them should know before.
 */
final class DrawingCost {

    /** Far more than a font of half a megabyte has, and drawn in some seconds. */
    private static final long MOST = 4_000_000;

    private static final int DEEPEST = 8;

    private final ByteBuffer outlines;
    private final ByteBuffer places;
    private final boolean isLong;
    private final long[] known;

    private DrawingCost(byte[] outlines, byte[] places, boolean isLong) {
        this.outlines = ByteBuffer.wrap(outlines);
        this.places = ByteBuffer.wrap(places);
        this.isLong = isLong;
        this.known = new long[places.length / (isLong ? 4 : 2) - 1];
    }

    /**
     * Counts it.
     *
     * @throws DamagedFont if it is too much, or without end
     */
    static void require(byte[] outlines, byte[] places, int glyphs, int indexFormat) {
        var isLong = indexFormat == 1;
        DamagedFont.unless(glyphs > 0 && indexFormat <= 1 && places.length / (isLong ? 4 : 2) == glyphs + 1);
        var cost = new DrawingCost(outlines, places, isLong);
        var all = 0L;
        for (var glyph = 0; glyph < glyphs; glyph++) {
            all += cost.of(glyph, 0);
            DamagedFont.unless(all <= MOST);
        }
    }

    private long of(int glyph, int depth) {
        DamagedFont.unless(glyph < known.length && depth <= DEEPEST);
        if (known[glyph] == 0) {
            var from = place(glyph);
            var until = place(glyph + 1);
            DamagedFont.unless(from >= 0 && from <= until && until <= outlines.capacity());
            known[glyph] = from == until ? 1 : counted(outlines.slice(from, until - from), depth);
        }
        return known[glyph];
    }

    private int place(int glyph) {
        return isLong ? places.getInt(4 * glyph) : (places.getShort(2 * glyph) & 0xffff) * 2;
    }

    private long counted(ByteBuffer glyph, int depth) {
        var contours = glyph.getShort();
        glyph.position(2 + Shape.BOX_BYTES);
        if (contours >= 0) {
            return contours == 0 ? 1 : 2 + (glyph.getShort(glyph.position() + 2 * (contours - 1)) & 0xffff);
        }
        var all = 1L;
        Component component;
        do {
            component = Component.read(glyph);
            all += of(component.glyph(), depth + 1);
            DamagedFont.unless(all <= MOST);
        } while (component.isFollowed());
        return all;
    }
}
