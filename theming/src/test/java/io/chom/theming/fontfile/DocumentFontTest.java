package io.chom.theming.fontfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DocumentFontTest {

    private static final int OPENTYPE = 0x4F54544F;

    private final Map<String, byte[]> tables = new TreeMap<>(FontFiles.embedded("inter/regular"));

    @Test
    void only_what_a_document_needs_is_kept() throws IOException {
        var all = Woff2.require(FontFiles.served("inter/latin")).unpack();
        assertThat(all.tables()).containsKeys("fvar", "gvar", "GSUB", "STAT");
        var file = DocumentFont.of(all).orElseThrow();
        try (var font =
                new org.apache.fontbox.ttf.TTFParser().parse(new org.apache.pdfbox.io.RandomAccessReadBuffer(file))) {
            assertThat(font.getTableMap().keySet())
                    .containsExactlyInAnyOrder(
                            "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");
            assertThat(font.getName()).isEqualTo("Inter-Regular");
            assertThat(font.getUnicodeCmapLookup().getGlyphId('ß')).isPositive();
        }
    }

    @Test
    void other_outlines_are_not_embedded() {
        assertThat(DocumentFont.of(new Sfnt(OPENTYPE, tables))).isEmpty();
        tables.remove("glyf");
        tables.put("CFF ", new byte[100]);
        assertThat(DocumentFont.of(new Sfnt(Sfnt.TRUETYPE, tables))).isEmpty();
    }

    @Test
    void what_its_maker_forbids_is_not_done() {
        assertThat(with("OS/2", os2 -> os2.putShort(8, (short) 0x0004))).isTrue();
        assertThat(with("OS/2", os2 -> os2.putShort(8, (short) 0x0002))).isFalse();
        assertThat(with("OS/2", os2 -> os2.putShort(8, (short) 0x0100))).isFalse();
        assertThat(with("OS/2", os2 -> os2.putShort(8, (short) 0x0200))).isFalse();
    }

    @Test
    void a_table_that_is_missing_or_lies_leaves_no_font() {
        for (var tag : tables.keySet()) {
            var fewer = new TreeMap<>(tables);
            fewer.remove(tag);
            if (!tag.equals("head") && !tag.startsWith("G") && !tag.equals("prep") && !tag.equals("gasp")) {
                assertThat(DocumentFont.of(new Sfnt(Sfnt.TRUETYPE, fewer)))
                        .as(tag)
                        .isEmpty();
            }
        }
        assertThat(with("maxp", maxp -> maxp.putShort(4, (short) 9))).isFalse();
        assertThat(with("head", head -> head.putShort(50, (short) (1 - head.getShort(50)))))
                .isFalse();
        assertThat(with("head", head -> head.putShort(18, (short) 0))).isFalse();
        assertThat(with("hhea", hhea -> hhea.putShort(34, (short) -1))).isFalse();
    }

    /** Glyph 1 of glyph 2 and back; and each of twice the one before, which would be drawn for years. */
    @Test
    void a_drawing_without_end_is_not_begun() {
        var limit = java.time.Duration.ofSeconds(10);
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(limit, () -> {
            assertThat(drawn(2, glyph -> new int[] {1 - glyph})).isFalse();
            assertThat(drawn(60, glyph -> glyph == 0 ? new int[0] : new int[] {glyph - 1, glyph - 1}))
                    .isFalse();
            assertThat(drawn(9, glyph -> {
                        var parts = new int[glyph == 0 ? 0 : 40];
                        Arrays.fill(parts, glyph - 1);
                        return parts;
                    }))
                    .isFalse();
        });
    }

    @Test
    void a_range_that_is_said_over_and_over_is_not_read() {
        var groups = 20_000;
        var map = ByteBuffer.allocate(12 + 16 + 12 * groups)
                .putInt(1)
                .putShort((short) 3)
                .putShort((short) 10);
        map.putInt(12).putInt(0x000c0000).putInt(16 + 12 * groups).putInt(0).putInt(groups);
        for (var group = 0; group < groups; group++) {
            map.putInt(0).putInt(0x10ffff).putInt(1);
        }
        tables.put("cmap", map.array());
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(5),
                () -> assertThat(DocumentFont.of(new Sfnt(Sfnt.TRUETYPE, tables)))
                        .isEmpty());
    }

    @Test
    void of_a_thousand_names_one_is_kept() {
        var table = ByteBuffer.allocate(6 + 12 * 1000 + 8).putShort((short) 0).putShort((short) 1000);
        table.putShort((short) (6 + 12 * 1000));
        for (var name = 0; name < 1000; name++) {
            table.putShort((short) 1).putShort((short) 0).putShort((short) 0);
            table.putShort((short) (name == 999 ? 6 : 1)).putShort((short) 8).putShort((short) 0);
        }
        table.put("Ac(m)e 1".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        var kept = FontName.alone(table.array());
        assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_16BE)).endsWith("Acme1");
        assertThat(kept).hasSize(6 + 12 + 2 * 5);
    }

    private boolean with(String tag, Consumer<ByteBuffer> change) {
        var changed = new TreeMap<>(tables);
        var table = tables.get(tag).clone();
        change.accept(ByteBuffer.wrap(table));
        changed.put(tag, table);
        return DocumentFont.of(new Sfnt(Sfnt.TRUETYPE, changed)).isPresent();
    }

    private interface Parts {
        int[] of(int glyph);
    }

    /** Whether a font is drawn whose glyphs are made of these others. */
    private boolean drawn(int count, Parts parts) {
        var outlines = new Output();
        var places = new Output();
        for (var glyph = 0; glyph < count; glyph++) {
            places.four(outlines.size());
            var of = parts.of(glyph);
            if (of.length > 0) {
                outlines.two(-1).four(0).four(0);
            }
            for (var part = 0; part < of.length; part++) {
                outlines.two(part == of.length - 1 ? 0 : 0x20).two(of[part]).two(0);
            }
            outlines.padded();
        }
        places.four(outlines.size());
        try {
            DrawingCost.require(outlines.bytes(), places.bytes(), count, 1);
            return true;
        } catch (DamagedFont refused) {
            return false;
        }
    }
}
