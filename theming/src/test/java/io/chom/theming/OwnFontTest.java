package io.chom.theming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chom.theming.fontfile.FontFiles;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class OwnFontTest {
    /** cmap, head, hhea, hmtx, maxp, name, glyf and loca by their numbers. */
    private static final List<Integer> TEXT = List.of(0, 1, 2, 3, 4, 5, 10, 11);

    private static final int TRUETYPE = 0x00010000;
    private static final byte[] ONE = {1};
    private static final int GLYF = 10;
    private static final int LOCA = 11;
    private static final int FVAR = 47;
    private static final int SVG = 36;

    @Test
    void aSaneFileIsTakenAndServedAsItIs() {
        var bytes = FontFiles.of(
                TRUETYPE,
                Map.of(
                        "cmap",
                        ONE,
                        "head",
                        new byte[54],
                        "hhea",
                        ONE,
                        "hmtx",
                        ONE,
                        "maxp",
                        ONE,
                        "name",
                        ONE,
                        "glyf",
                        ONE));
        var font = OwnFont.uploaded("acme.woff2", bytes);
        assertThat(font.bytes()).isEqualTo(bytes);

        var brand = DemoBrands.acme().withFont(font);
        var assets = BrandAssets.of(brand, "/brand/");
        var served = assets.all().getLast();
        assertThat(served.contentType()).isEqualTo("font/woff2");
        assertThat(served.bytes()).isEqualTo(bytes);
        assertThat(assets.at(served.path())).contains(served);
        var css = new String(assets.stylesheet().bytes(), StandardCharsets.UTF_8);
        assertThat(css)
                .startsWith("@font-face{font-family:\"ui own\"")
                .contains("font-display:swap;src:url(\"" + served.path().substring("/brand/".length()) + "\")")
                .contains("--ui-font:\"ui own\", \"Bricolage Grotesque\"")
                .doesNotContain("100 900");
    }

    @Test
    void aVariableFontHasAllWeights() {
        var tables = new java.util.ArrayList<>(TEXT);
        tables.add(FVAR);
        var brand = DemoBrands.acme().withFont(stored(woff2(tables, 400)));
        assertThat(BrandStylesheet.of(brand, BrandTokens.of(brand.look())).css())
                .contains("font-weight:100 900;");
    }

    @Test
    void aBrandWithAFontComesBackFromJsonAsItWas() {
        var mapper = new JsonMapper();
        var brand = DemoBrands.acme().withFont(stored(woff2(TEXT, 100)));
        assertThat(mapper.readValue(mapper.writeValueAsString(brand), Brand.class))
                .isEqualTo(brand);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wOFF....", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "wOF2"})
    void whatIsNoWoff2IsRefused(String text) {
        refused(text.getBytes(StandardCharsets.ISO_8859_1), "not a font in the format WOFF2");
        refused((text + " ".repeat(100)).getBytes(StandardCharsets.ISO_8859_1), "");
    }

    @Test
    void aFontThatIsTooLargeIsRefusedBeforeItIsRead() {
        refused(new byte[OwnFont.MOST_BYTES + 1], "at most 512 kB");
        assertThatIllegalArgumentException().isThrownBy(() -> new OwnFont("x", "A".repeat(800_000)));
    }

    @Test
    void whatTheHeadSaysHasToFitTheFile() {
        var sane = woff2(TEXT, 400);
        refused(java.util.Arrays.copyOf(sane, sane.length - 4), "damaged");
        refused(java.util.Arrays.copyOf(sane, sane.length + 4096), "damaged");
        for (var spoil :
                new int[][] {{4, 0x74746366}, {8, 1}, {12, 0}, {12, 0xffff0000}, {16, -1}, {20, 0}, {20, -1}, {28, 5}
                }) {
            var file = sane.clone();
            ByteBuffer.wrap(file).putInt(spoil[0], spoil[1]);
            if (spoil[0] != 28) {
                refused(file, "damaged");
            }
        }
        var notes = sane.clone();
        ByteBuffer.wrap(notes).putInt(28, 48).putInt(32, 10);
        refused(notes, "damaged");
    }

    @Test
    void aFontForTextHasLettersOnceAndNoPictures() {
        refused(woff2(TEXT.subList(1, TEXT.size()), 400), "damaged, or not one for text");
        refused(woff2(TEXT.subList(0, 6), 400), "damaged, or not one for text");
        var twice = new java.util.ArrayList<>(TEXT);
        twice.add(0);
        refused(woff2(twice, 400), "damaged, or not one for text");
        var pictures = new java.util.ArrayList<>(TEXT);
        pictures.add(SVG);
        refused(woff2(pictures, 400), "damaged, or not one for text");
    }

    @Test
    void noFileWhateverIsInItDoesMoreThanBeRefused() {
        var random = new Random(20_260_404);
        var taken = 0;
        for (var count = 0; count < 20_000; count++) {
            var file = woff2(TEXT, 40);
            for (var spoilt = 0; spoilt < 3; spoilt++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                stored(file);
                taken++;
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("(A|This) font .*|This is not a font .*");
            }
        }
        assertThat(taken).isLessThan(20_000);
    }

    @Test
    void whatCannotBeUnpackedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnFont.uploaded("x.woff2", woff2(TEXT, 400)))
                .withMessageContaining("damaged");
    }

    /** Before uploads were unpacked. */
    @Test
    void whatIsStoredAndCannotBeUnpackedIsAFontThatDocumentsDoWithout() {
        assertThat(stored(woff2(TEXT, 400)).forDocuments()).isEmpty();
    }

    @Test
    void documentsTakeTheSameFileAgainAndAgain() {
        var font = OwnFont.uploaded("latin.woff2", FontFiles.served("inter/latin"));
        var printed = BrandAssets.of(DemoBrands.acme().withFont(font)).printed();
        assertThat(printed).isNotNull();
        var file = printed.file().orElseThrow();
        assertThat(printed.file().orElseThrow()).isSameAs(file).startsWith(0, 1, 0, 0);
    }

    private static OwnFont stored(byte[] file) {
        return new OwnFont("acme.woff2", Base64.getEncoder().encodeToString(file));
    }

    private static void refused(byte[] file, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stored(file))
                .withMessageContaining(why)
                .withMessageNotContaining("null");
    }

    /** A file with these tables, as section 4 of the format has it; what is compressed is only as long as it should be. */
    private static byte[] woff2(List<Integer> tables, int packed) {
        var directory = new ByteArrayOutputStream();
        for (var table : tables) {
            directory.write(table);
            directory.writeBytes(new byte[] {(byte) 0x81, 0x10});
            if (table == GLYF || table == LOCA) {
                directory.write(table == GLYF ? 0x40 : 0);
            }
        }
        var length = 48 + directory.size() + packed + 3 & ~3;
        return ByteBuffer.allocate(length)
                .putInt(0x774F4632)
                .putInt(0x00010000)
                .putInt(length)
                .putShort((short) tables.size())
                .putShort((short) 0)
                .putInt(4096)
                .putInt(packed)
                .putInt(0)
                .position(48)
                .put(directory.toByteArray())
                .array();
    }
}
