package io.chom.theming.fontfile;

import java.nio.ByteBuffer;

/** Puts the outlines together again, which are stored as streams of like things (section 5.1, “transformed glyf table”). */
final class Glyphs {

    private static final int OVERLAPS = 1;
    private static final int COMPOSITE = -1;

    private final int options;
    private final int count;
    private final int indexFormat;
    private final ByteBuffer contours;
    private final ByteBuffer points;
    private final ByteBuffer flags;
    private final ByteBuffer shapes;
    private final ByteBuffer composites;
    private final ByteBuffer boxes;
    private final ByteBuffer instructions;
    private final ByteBuffer boxed;
    private final ByteBuffer overlapping;

    private final Output outlines = new Output();
    private final Output places = new Output();
    private final short[] left;

    private Glyphs(ByteBuffer table) {
        DamagedFont.unless(table.getShort() == 0);
        this.options = Numbers.unsignedShort(table);
        this.count = Numbers.unsignedShort(table);
        this.indexFormat = Numbers.unsignedShort(table);
        DamagedFont.unless(count > 0 && indexFormat <= 1);
        var sizes = new int[7];
        for (var stream = 0; stream < sizes.length; stream++) {
            sizes[stream] = Numbers.size(table);
        }
        this.contours = Numbers.part(table, sizes[0]);
        this.points = Numbers.part(table, sizes[1]);
        this.flags = Numbers.part(table, sizes[2]);
        this.shapes = Numbers.part(table, sizes[3]);
        this.composites = Numbers.part(table, sizes[4]);
        this.boxes = Numbers.part(table, sizes[5]);
        this.instructions = Numbers.part(table, sizes[6]);
        this.boxed = Numbers.part(boxes, (count + 31 >> 5) << 2);
        this.overlapping = Numbers.part(table, (options & OVERLAPS) == 0 ? 0 : count + 7 >> 3);
        this.left = new short[count];
    }

    static Glyphs read(ByteBuffer table) {
        var glyphs = new Glyphs(table);
        for (var glyph = 0; glyph < glyphs.count; glyph++) {
            glyphs.place();
            glyphs.read(glyph);
            glyphs.outlines.padded();
        }
        glyphs.place();
        return glyphs;
    }

    private void place() {
        if (indexFormat == 0) {
            DamagedFont.unless(outlines.size() / 2 <= 0xffff);
            places.two(outlines.size() / 2);
        } else {
            places.four(outlines.size());
        }
    }

    private void read(int glyph) {
        var number = contours.getShort();
        var isBoxed = isSet(boxed, glyph);
        if (number == 0) {
            DamagedFont.unless(!isBoxed);
        } else if (number == COMPOSITE) {
            DamagedFont.unless(isBoxed);
            left[glyph] = boxes.getShort(boxes.position());
            outlines.two(COMPOSITE).from(boxes, Shape.BOX_BYTES);
            composite();
        } else {
            DamagedFont.unless(number > 0);
            simple(glyph, number, isBoxed);
        }
    }

    private void simple(int glyph, int number, boolean isBoxed) {
        var shape = Shape.read(number, points, flags, shapes);
        outlines.two(number);
        left[glyph] = isBoxed ? boxes.getShort(boxes.position()) : (short) shape.left();
        if (isBoxed) {
            outlines.from(boxes, Shape.BOX_BYTES);
        } else {
            shape.writeBox(outlines);
        }
        shape.writeEnds(outlines);
        instructions();
        shape.writePoints(outlines, overlapping.hasRemaining() && isSet(overlapping, glyph));
    }

    private void composite() {
        var isInstructed = false;
        Component component;
        do {
            component = Component.read(composites);
            component.write(outlines);
            isInstructed |= component.isInstructed();
        } while (component.isFollowed());
        if (isInstructed) {
            instructions();
        }
    }

    private void instructions() {
        var length = Numbers.packedShort(shapes);
        outlines.two(length).from(instructions, length);
    }

    private static boolean isSet(ByteBuffer bits, int number) {
        return (bits.get(number >> 3) & 0x80 >> (number & 7)) != 0;
    }

    int count() {
        return count;
    }

    int indexFormat() {
        return indexFormat;
    }

    /** Where the box of each glyph begins. */
    short[] left() {
        return left;
    }

    /** The table {@code glyf}. */
    byte[] outlines() {
        return outlines.bytes();
    }

    /** The table {@code loca}. */
    byte[] places() {
        return places.bytes();
    }
}
