package io.chom.theming.fontfile;

import java.nio.ByteBuffer;

/**
 * Which glyph a character has (ISO/IEC 14496-22, section 5.2.1). A font has several such maps, and they may say the same
 * range over and over, which would keep a reader busy for hours; one map whose ranges follow one another is enough.
 */
final class CharacterMap {

    private static final int WINDOWS = 3;
    private static final int UNICODE = 0;
    private static final int PLANE = 1;
    private static final int ALL_PLANES = 10;
    private static final int SEGMENTS = 4;
    private static final int GROUPS = 12;
    private static final int MOST_MAPS = 64;

    private final ByteBuffer table;
    private int best;
    private int at;

    private CharacterMap(byte[] table) {
        this.table = ByteBuffer.wrap(table);
        var count = this.table.getShort(2) & 0xffff;
        DamagedFont.unless(count <= MOST_MAPS);
        for (var map = 0; map < count; map++) {
            offer(4 + 8 * map);
        }
    }

    /**
     * A table with the best of the maps for Unicode.
     *
     * @throws DamagedFont if there is none
     * @throws IndexOutOfBoundsException if it ends too early
     */
    static byte[] best(byte[] table) {
        var map = new CharacterMap(table);
        return switch (map.best) {
            case SEGMENTS -> map.alone(PLANE, map.segments());
            case GROUPS -> map.alone(ALL_PLANES, map.groups());
            default -> throw new DamagedFont(null);
        };
    }

    private void offer(int entry) {
        var platform = table.getShort(entry);
        var encoding = table.getShort(entry + 2);
        var isUnicode = platform == UNICODE || platform == WINDOWS && (encoding == PLANE || encoding == ALL_PLANES);
        var place = table.getInt(entry + 4);
        var format = isUnicode ? table.getShort(place) : 0;
        if ((format == SEGMENTS || format == GROUPS) && format > best) {
            best = format;
            at = place;
        }
    }

    private int segments() {
        var width = table.getShort(at + 6) & 0xffff;
        var last = -1;
        for (var segment = 0; segment < width; segment += 2) {
            var end = table.getShort(at + 14 + segment) & 0xffff;
            var start = table.getShort(at + 16 + width + segment) & 0xffff;
            DamagedFont.unless(start > last && end >= start);
            last = end;
        }
        return table.getShort(at + 2) & 0xffff;
    }

    private int groups() {
        var count = table.getInt(at + 12);
        DamagedFont.unless(count >= 0 && count <= table.capacity() / 12);
        var last = -1;
        for (var group = at + 16; group < at + 16 + 12 * count; group += 12) {
            var start = table.getInt(group);
            var end = table.getInt(group + 4);
            DamagedFont.unless(start > last && end >= start && end <= Character.MAX_CODE_POINT);
            last = end;
        }
        return table.getInt(at + 4);
    }

    private byte[] alone(int encoding, int length) {
        DamagedFont.unless(length >= 16 && length <= table.capacity() - at);
        return new Output()
                .two(0)
                .two(1)
                .two(WINDOWS)
                .two(encoding)
                .four(12)
                .from(table.slice(at, length), length)
                .bytes();
    }
}
