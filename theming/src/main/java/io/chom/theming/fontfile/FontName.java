package io.chom.theming.fontfile;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What programs call a font (ISO/IEC 14496-22, section 5.2.6). Of all that a font says of itself, this alone is kept. */
final class FontName {

    private static final int FOR_PROGRAMS = 6;
    private static final int MACINTOSH = 1;
    private static final int ENGLISH = 0x409;
    private static final int RECORD_BYTES = 12;
    private static final int MOST_RECORDS = 4096;
    private static final String UNNAMED = "Font";

    private FontName() {}

    /** A table with only that name, in letters, digits and hyphens. */
    static byte[] alone(byte[] table) {
        var name = find(ByteBuffer.wrap(table)).replaceAll("[^A-Za-z0-9-]", "");
        var kept = name.isEmpty() ? UNNAMED : name.substring(0, Math.min(name.length(), 63));
        var letters = kept.getBytes(StandardCharsets.UTF_16BE);
        return new Output()
                .two(0)
                .two(1)
                .two(6 + RECORD_BYTES)
                .two(3)
                .two(1)
                .two(ENGLISH)
                .two(FOR_PROGRAMS)
                .two(letters.length)
                .two(0)
                .all(letters)
                .bytes();
    }

    private static String find(ByteBuffer table) {
        var count = table.getShort(2) & 0xffff;
        DamagedFont.unless(count <= MOST_RECORDS);
        for (var at = 6; at < 6 + RECORD_BYTES * count; at += RECORD_BYTES) {
            if (table.getShort(at + 6) == FOR_PROGRAMS) {
                return text(table, at, table.getShort(at) == MACINTOSH);
            }
        }
        return UNNAMED;
    }

    private static String text(ByteBuffer table, int at, boolean isLatin) {
        Charset letters = isLatin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE;
        var bytes = new byte[table.getShort(at + 8) & 0xffff];
        table.get((table.getShort(4) & 0xffff) + (table.getShort(at + 10) & 0xffff), bytes);
        return new String(bytes, letters);
    }
}
