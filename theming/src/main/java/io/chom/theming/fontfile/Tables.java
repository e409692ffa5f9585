package io.chom.theming.fontfile;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of a file on the way to those of an unpacked font: some have to be put together again (section 5). */
final class Tables {

    private static final int AT_COUNT = 4;
    private static final int AT_INDEX_FORMAT = 50;
    private static final int AT_WIDTHS = 34;

    private final Map<String, byte[]> whole = new TreeMap<>();
    private final Map<String, ByteBuffer> transformed = new HashMap<>();

    void add(Entry entry, ByteBuffer stored) {
        if (entry.isTransformed()) {
            DamagedFont.unless(entry.version() == (entry.tag().equals(Entry.WIDTHS) ? 1 : 0));
            transformed.put(entry.tag(), stored);
        } else {
            var bytes = new byte[stored.remaining()];
            stored.get(bytes);
            whole.put(entry.tag(), bytes);
        }
    }

    Sfnt together(int flavor) {
        var outlines = transformed.remove(Entry.OUTLINES);
        var places = transformed.remove(Entry.PLACES);
        var widths = transformed.remove(Entry.WIDTHS);
        DamagedFont.unless(transformed.isEmpty() && (outlines == null) == (places == null));
        var glyphs = outlines == null ? null : glyphs(outlines);
        DamagedFont.unless(places == null || !places.hasRemaining());
        if (widths != null) {
            whole.put(Entry.WIDTHS, widths(widths, glyphs));
        }
        return new Sfnt(flavor, whole);
    }

    private Glyphs glyphs(ByteBuffer outlines) {
        var glyphs = Glyphs.read(outlines);
        DamagedFont.unless(glyphs.count() == number("maxp", AT_COUNT));
        DamagedFont.unless(glyphs.indexFormat() == number("head", AT_INDEX_FORMAT));
        whole.put(Entry.OUTLINES, glyphs.outlines());
        whole.put(Entry.PLACES, glyphs.places());
        return glyphs;
    }

    private byte[] widths(ByteBuffer widths, @Nullable Glyphs glyphs) {
        if (glyphs == null) {
            throw new DamagedFont(null);
        }
        return Widths.together(widths, number("hhea", AT_WIDTHS), glyphs.left());
    }

    private int number(String tag, int at) {
        return Sfnt.number(whole.get(tag), at);
    }
}
