package io.chom.theming.fontfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brotli.dec.BrotliInputStream;

/**
 * A font in the format WOFF2 (<a href="https://www.w3.org/TR/WOFF2/">W3C</a>, sections 4 and 5) whose head is sane: what it
 * says of itself fits its bytes, and it has what a font for text needs. Collections of fonts are refused.
 */
public final class Woff2 {

    /** The most bytes that a file may have. */
    public static final int MOST_BYTES = 512 * 1024;

    /** The most bytes that a font may have when it is unpacked. */
    static final int MOST_UNPACKED = 16 * 1024 * 1024;

    private static final int SIGNATURE = 0x774F4632;
    private static final int HEADER_BYTES = 48;
    private static final int MOST_TABLES = 64;
    private static final Set<Integer> FLAVORS = Set.of(Sfnt.TRUETYPE, 0x4F54544F, 0x74727565);
    private static final Set<String> NEEDED = Set.of("cmap", "head", "hhea", "hmtx", "maxp", "name");
    private static final List<String> OUTLINES = List.of(Entry.OUTLINES, "CFF ", "CFF2");

    private final ByteBuffer file;
    private final List<Entry> directory = new ArrayList<>();
    private final Set<String> tags = new HashSet<>();
    private final int start;

    private Woff2(ByteBuffer file) {
        this.file = file;
        var count = file.getShort(12) & 0xffff;
        var packed = file.getInt(20) & 0xffff_ffffL;
        DamagedFont.unless(
                FLAVORS.contains(file.getInt(4)) && file.getInt(8) == file.limit() && file.getShort(14) == 0);
        DamagedFont.unless(count > 0 && count <= MOST_TABLES && (file.getInt(16) & 0xffff_ffffL) <= MOST_UNPACKED);
        file.position(HEADER_BYTES);
        for (var table = 0; table < count; table++) {
            var entry = Entry.read(file);
            directory.add(entry);
            DamagedFont.unless(tags.add(entry.tag()));
        }
        this.start = file.position();
        DamagedFont.unless(directory.stream().mapToLong(Entry::length).sum() <= MOST_UNPACKED);
        DamagedFont.unless(packed > 0 && endOf(packed) == file.limit());
        DamagedFont.unless(
                tags.containsAll(NEEDED) && OUTLINES.stream().anyMatch(tags::contains) && !tags.contains("SVG "));
    }

    /**
     * Reads the head of a file; what is compressed stays so.
     *
     * @throws IllegalArgumentException if the bytes are not those of one font for text, in a sentence without a full stop
     */
    public static Woff2 require(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("A font has at most 512 kB");
        }
        if (bytes.length < HEADER_BYTES || ByteBuffer.wrap(bytes).getInt() != SIGNATURE) {
            throw new IllegalArgumentException("This is not a font in the format WOFF2");
        }
        try {
            return new Woff2(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException cut) {
            throw new DamagedFont(cut);
        }
    }

    /** Whether one file has all weights. */
    public boolean isVariable() {
        return tags.contains("fvar");
    }

    /**
     * Unpacks the whole font. Takes some milliseconds, and never more than about 100 MB.
     *
     * @throws DamagedFont if it cannot be unpacked
     */
    public Sfnt unpack() {
        var streamed = directory.stream().mapToLong(Entry::stored).sum();
        DamagedFont.unless(streamed <= MOST_UNPACKED);
        try {
            var stream = ByteBuffer.wrap(unpacked((int) streamed));
            var tables = new Tables();
            directory.forEach(entry -> tables.add(entry, Numbers.part(stream, (int) entry.stored())));
            return tables.together(file.getInt(4));
        } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
            throw new DamagedFont(cut);
        }
    }

    /** The tables one after the other; it is known beforehand how much that is, so a small file cannot fill the memory. */
    private byte[] unpacked(int size) {
        var source = new ByteArrayInputStream(file.array(), start, file.getInt(20));
        try (var stream = new BrotliInputStream(source)) {
            var all = stream.readNBytes(size);
            DamagedFont.unless(all.length == size && stream.read() < 0);
            return all;
        } catch (IOException | IndexOutOfBoundsException broken) {
            throw new DamagedFont(broken);
        }
    }

    /** Where the file has to end: after the tables or, padded to four bytes, after the notes and the private data. */
    private long endOf(long packed) {
        var end = start + packed;
        var notes = file.getInt(32) & 0xffff_ffffL;
        var own = file.getInt(44) & 0xffff_ffffL;
        if (notes > 0) {
            DamagedFont.unless((file.getInt(28) & 0xffff_ffffL) == padded(end));
            end = padded(end) + notes;
        }
        if (own > 0) {
            DamagedFont.unless((file.getInt(40) & 0xffff_ffffL) == padded(end));
            end = padded(end) + own;
        }
        return notes == 0 && own == 0 && file.limit() == padded(end) ? file.limit() : end;
    }

    private static long padded(long end) {
        return end + 3 & ~3L;
    }
}
