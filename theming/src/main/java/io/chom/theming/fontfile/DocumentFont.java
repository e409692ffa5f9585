package io.chom.theming.fontfile;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * What a PDF has in itself of a font: outlines, widths, and which characters they are. All else is left out; a variable font
 * is what it is without variation. Fonts of other outlines than those of TrueType cannot be embedded, nor those whose maker
 * forbids it.
 */
public final class DocumentFont {

    private static final int APPLE = 0x74727565;
    private static final int TRIED_LETTERS = 1000;

    private static final int SMALLEST_UNIT = 16;
    private static final int LARGEST_UNIT = 16_384;
    private static final int POST_BYTES = 32;
    private static final int WITHOUT_NAMES = 0x00030000;

    private DocumentFont() {}

    /** The file that can be embedded, or empty if there can be none. Takes some tens of milliseconds. */
    public static Optional<byte[]> of(Sfnt font) {
        try {
            if (font.flavor() != Sfnt.TRUETYPE && font.flavor() != APPLE) {
                return Optional.empty();
            }
            var file = new Sfnt(Sfnt.TRUETYPE, kept(font.tables())).bytes();
            return canBeEmbedded(file) ? Optional.of(file) : Optional.empty();
        } catch (DamagedFont | IndexOutOfBoundsException | BufferUnderflowException unfit) {
            return Optional.empty();
        }
    }

    private static Map<String, byte[]> kept(Map<String, byte[]> all) {
        var unit = Sfnt.number(all.get("head"), 18);
        DamagedFont.unless(unit >= SMALLEST_UNIT && unit <= LARGEST_UNIT);
        Map<String, byte[]> kept = new TreeMap<>(all);
        kept.keySet().retainAll(Set.of("head", "hhea", "hmtx", "maxp", "OS/2", "glyf", "loca", "cvt ", "fpgm", "prep"));
        DrawingCost.require(
                table(all, Entry.OUTLINES),
                table(all, Entry.PLACES),
                Sfnt.number(all.get("maxp"), 4),
                Sfnt.number(all.get("head"), 50));
        kept.put("cmap", CharacterMap.best(table(all, "cmap")));
        kept.put("name", FontName.alone(table(all, "name")));
        kept.put("post", post(table(all, "post")));
        return kept;
    }

    private static byte[] table(Map<String, byte[]> all, String tag) {
        var table = all.get(tag);
        if (table == null) {
            throw new DamagedFont(null);
        }
        return table;
    }

    private static byte[] post(byte[] table) {
        DamagedFont.unless(table.length >= POST_BYTES);
        var head = ByteBuffer.wrap(Arrays.copyOf(table, POST_BYTES));
        return head.putInt(0, WITHOUT_NAMES).array();
    }

    /** Tries it, so that no document meets what is wrong with it: draws all glyphs, embeds the first letters. */
    private static boolean canBeEmbedded(byte[] file) {
        try (var document = new PDDocument();
                var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            for (var glyph = 0; glyph < font.getNumberOfGlyphs(); glyph++) {
                draw(font, glyph);
            }
            var embedded = PDType0Font.load(document, font, true);
            var letters = font.getUnicodeCmapLookup();
            IntStream.rangeClosed(' ', Character.MAX_VALUE)
                    .filter(letter -> letters.getGlyphId(letter) != 0)
                    .limit(TRIED_LETTERS)
                    .forEach(embedded::addToSubset);
            embedded.subset();
            return true;
        } catch (IOException | RuntimeException unfit) {
            // The reader was written for fonts of good will: it says in many ways that it cannot go on.
            return false;
        }
    }

    private static void draw(TrueTypeFont font, int glyph) throws IOException {
        var outline = font.getGlyph().getGlyph(glyph);
        if (outline != null) {
            outline.getPath();
        }
    }
}
