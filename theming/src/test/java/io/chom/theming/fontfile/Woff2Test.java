package io.chom.theming.fontfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Woff2Test {

    private static final String LETTERS = "AbcgkQßéñüŐșž€&@";

    @ParameterizedTest
    @ValueSource(strings = {"bricolage-grotesque", "inter", "nunito-sans", "house-serif", "space-grotesk"})
    void each_font_that_we_serve_is_unpacked_to_the_last_outline(String family) throws IOException {
        for (var subset : List.of("latin", "latin-ext")) {
            var font = Woff2.require(FontFiles.served(family + "/" + subset)).unpack();
            sums(font.bytes());
            try (var read = parsed(font)) {
                assertThat(read.getNumberOfGlyphs()).isGreaterThan(100);
                for (var glyph = 0; glyph < read.getNumberOfGlyphs(); glyph++) {
                    var outline = read.getGlyph().getGlyph(glyph);
                    if (outline != null) {
                        var box = outline.getBoundingBox();
                        var drawn = outline.getPath().getBounds2D();
                        // A curve’s own points may lie outside of it, but none outside of the box that the font has for
                        // it.
                        assertThat(drawn.getMinX())
                                .isBetween((double) box.getLowerLeftX() - 1, box.getUpperRightX() + 1.0);
                        assertThat(drawn.getMaxY())
                                .isBetween((double) box.getLowerLeftY() - 1, box.getUpperRightY() + 1.0);
                    }
                }
            }
        }
    }

    /** What we embed was made of the same fonts by other hands; only figures have other widths. */
    @ParameterizedTest
    @ValueSource(strings = {"inter", "nunito-sans", "house-serif", "space-grotesk"})
    void letters_are_drawn_as_in_the_same_font_that_was_never_packed(String family) throws IOException {
        try (var latin = parsed(
                        Woff2.require(FontFiles.served(family + "/latin")).unpack());
                var more = parsed(
                        Woff2.require(FontFiles.served(family + "/latin-ext")).unpack());
                var never = parsed(new Sfnt(Sfnt.TRUETYPE, FontFiles.embedded(family + "/regular")))) {
            for (var letter : LETTERS.codePoints().toArray()) {
                var expected = shape(never, letter).orElseThrow();
                assertThat(shape(latin, letter).or(() -> shape(more, letter)))
                        .get()
                        .satisfies(shape -> same(shape, expected));
            }
        }
    }

    @Test
    void a_font_that_is_packed_without_being_transformed_has_the_same_tables() {
        var tables = FontFiles.embedded("noto-sans/regular");
        var unpacked =
                Woff2.require(FontFiles.of(Sfnt.TRUETYPE, smaller(tables))).unpack();
        assertThat(unpacked.tables().keySet()).isEqualTo(smaller(tables).keySet());
        assertThat(unpacked.tables())
                .allSatisfy((tag, bytes) -> assertThat(bytes).isEqualTo(tables.get(tag)));
        sums(unpacked.bytes());
    }

    @Test
    void widths_that_leave_out_where_outlines_begin_come_back() {
        var width = ByteBuffer.allocate(5).put((byte) 3).putShort((short) 500).putShort((short) 600);
        var table = Widths.together(width.flip(), 2, new short[] {7, -8, 9});
        assertThat(table).isEqualTo(new byte[] {1, (byte) 0xf4, 0, 7, 2, 0x58, -1, -8, 0, 9});
        var own = ByteBuffer.wrap(new byte[] {2, 1, 0, 0, 5});
        assertThat(Widths.together(own, 1, new short[] {7, 8})).isEqualTo(new byte[] {1, 0, 0, 5, 0, 8});
        for (var wrong : new byte[][] {{0, 1, 0, 0, 5}, {4, 1, 0}, {1, 1, 0, 0, 1, 2}, {3}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Widths.together(ByteBuffer.wrap(wrong), 1, new short[] {1}));
        }
    }

    @Test
    void steps_of_each_kind_lead_where_the_format_says() {
        assertThat(step(0x81, 200)).isEqualTo(new Step(0, 200, false));
        assertThat(step(2, 1)).isEqualTo(new Step(0, -257, true));
        assertThat(step(19, 4)).isEqualTo(new Step(1028, 0, true));
        assertThat(step(20 + 0x30 + 0x0c + 3, 0xff)).isEqualTo(new Step(64, 64, true));
        assertThat(step(84 + 12 + 4 + 1, 2, 3)).isEqualTo(new Step(259, -260, true));
        assertThat(step(122, 0x12, 0x34, 0x56)).isEqualTo(new Step(-0x123, 0x456, true));
        assertThat(step(127, 1, 2, 3, 4)).isEqualTo(new Step(0x102, 0x304, true));
    }

    @Test
    void numbers_have_as_many_bytes_as_they_need() {
        for (var number : new int[] {0, 127, 128, 16_383, 16_384, Integer.MAX_VALUE}) {
            assertThat(Numbers.base128(ByteBuffer.wrap(FontFiles.base128(number))))
                    .isEqualTo(number);
        }
        assertThat(Numbers.packedShort(bytes(252))).isEqualTo(252);
        assertThat(Numbers.packedShort(bytes(255, 0))).isEqualTo(253);
        assertThat(Numbers.packedShort(bytes(254, 0))).isEqualTo(506);
        assertThat(Numbers.packedShort(bytes(253, 2, 1))).isEqualTo(513);
        assertThatIllegalArgumentException().isThrownBy(() -> Numbers.base128(bytes(0x80, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Numbers.base128(bytes(0x81, 0x80, 0x80, 0x80, 0x80)));
    }

    private static Step step(int flag, int... shape) {
        return Step.read(bytes(flag), bytes(shape));
    }

    private static ByteBuffer bytes(int... bytes) {
        var buffer = ByteBuffer.allocate(bytes.length);
        for (var one : bytes) {
            buffer.put((byte) one);
        }
        return buffer.flip();
    }

    /** All but the largest, as a file may have half a megabyte. */
    static Map<String, byte[]> smaller(Map<String, byte[]> tables) {
        var smaller = new java.util.TreeMap<>(tables);
        smaller.values().removeIf(table -> table.length > 200_000);
        return smaller;
    }

    static TrueTypeFont parsed(Sfnt font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font.bytes()));
    }

    private static void sums(byte[] file) {
        var words = ByteBuffer.wrap(file);
        assertThat(file.length % 4).isZero();
        assertThat(sum(words, 0, file.length)).isEqualTo(0xB1B0AFBA);
        for (var entry = 12; entry < 12 + 16 * words.getShort(4); entry += 16) {
            if (words.getInt(entry) != 0x68656164) {
                var length = words.getInt(entry + 12) + 3 & ~3;
                assertThat(sum(words, words.getInt(entry + 8), length)).isEqualTo(words.getInt(entry + 4));
            }
        }
    }

    private static int sum(ByteBuffer words, int from, int length) {
        var sum = 0;
        for (var at = from; at < from + length; at += 4) {
            sum += words.getInt(at);
        }
        return sum;
    }

    /** A glyph: its width and its points, in a font of size 1000. */
    private static Optional<List<Double>> shape(TrueTypeFont font, int letter) {
        try {
            var number = font.getUnicodeCmapLookup().getGlyphId(letter);
            if (number == 0) {
                return Optional.empty();
            }
            var scale = 1000.0 / font.getUnitsPerEm();
            List<Double> shape = new ArrayList<>(List.of(font.getAdvanceWidth(number) * scale));
            var points = new double[6];
            for (PathIterator path = font.getGlyph().getGlyph(number).getPath().getPathIterator(null);
                    !path.isDone();
                    path.next()) {
                var count = List.of(2, 2, 4, 6, 0).get(path.currentSegment(points));
                for (var index = 0; index < count; index++) {
                    shape.add(points[index] * scale);
                }
            }
            return Optional.of(shape);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void same(List<Double> shape, List<Double> expected) {
        assertThat(shape).hasSameSizeAs(expected);
        for (var index = 0; index < shape.size(); index++) {
            assertThat(shape.get(index)).isCloseTo(expected.get(index), within(1.5));
        }
    }
}
