package io.chom.theming.fontfile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An unpacked font, as TrueType and OpenType have it (ISO/IEC 14496-22, section 4.3).
 *
 * @param flavor what kind of outlines it has
 * @param tables their bytes by their tags
 */
public record Sfnt(int flavor, Map<String, byte[]> tables) {

    static final int TRUETYPE = 0x00010000;

    private static final String HEAD = "head";
    private static final int HEAD_BYTES = 54;
    private static final int AT_ADJUSTMENT = 8;
    private static final int ALL_SUMS = 0xB1B0AFBA;
    private static final int DIRECTORY_BYTES = 12;
    private static final int ENTRY_BYTES = 16;

    /** @throws DamagedFont without a head */
    public Sfnt {
        var sorted = new TreeMap<>(tables);
        var head = sorted.get(HEAD);
        DamagedFont.unless(head != null && head.length >= HEAD_BYTES);
        tables = sorted;
    }

    /**
     * Two bytes of a table.
     *
     * @throws DamagedFont if there are none
     */
    static int number(byte @Nullable [] table, int at) {
        if (table == null || at < 0 || at + 2 > table.length) {
            throw new DamagedFont(null);
        }
        return (table[at] & 0xff) << 8 | table[at + 1] & 0xff;
    }

    /** The file, with all its sums. */
    public byte[] bytes() {
        var start = DIRECTORY_BYTES + ENTRY_BYTES * tables.size();
        var size = start
                + tables.values().stream()
                        .mapToInt(table -> padded(table.length))
                        .sum();
        var file = ByteBuffer.allocate(size);
        var highest = Integer.highestOneBit(tables.size());
        file.putInt(flavor).putShort((short) tables.size());
        file.putShort((short) (highest * ENTRY_BYTES)).putShort((short) Integer.numberOfTrailingZeros(highest));
        file.putShort((short) ((tables.size() - highest) * ENTRY_BYTES));
        var at = start;
        var head = 0;
        for (var entry : tables.entrySet()) {
            head = entry.getKey().equals(HEAD) ? at : head;
            at = put(file, at, entry.getKey(), entry.getValue());
        }
        file.putInt(head + AT_ADJUSTMENT, ALL_SUMS - sum(file, 0, size));
        return file.array();
    }

    /** One table and where it is; says where the next begins. */
    private static int put(ByteBuffer file, int at, String tag, byte[] table) {
        file.put(at, table);
        if (tag.equals(HEAD)) {
            file.putInt(at + AT_ADJUSTMENT, 0);
        }
        file.put(tag.getBytes(StandardCharsets.ISO_8859_1)).putInt(sum(file, at, padded(table.length)));
        file.putInt(at).putInt(table.length);
        return at + padded(table.length);
    }

    private static int sum(ByteBuffer file, int from, int length) {
        var sum = 0;
        for (var at = from; at < from + length; at += 4) {
            sum += file.getInt(at);
        }
        return sum;
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
