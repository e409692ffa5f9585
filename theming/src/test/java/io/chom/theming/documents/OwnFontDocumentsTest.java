package io.chom.theming.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.DemoBrands;
import io.chom.theming.OwnFont;
import io.chom.theming.fontfile.FontFiles;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

/** A brand that has brought a font writes its documents in it. */
class OwnFontDocumentsTest {

    private static final int TRUETYPE = 0x00010000;
    private static final int OPENTYPE = 0x4F54544F;

    private final BrandedDocuments documents = new BrandedDocuments();

    /** The brand’s look is in Bricolage Grotesque. */
    private final Brand acme = DemoBrands.acme();

    @Test
    void an_invoice_has_the_brands_own_font_in_it() {
        var pdf = written(OwnFont.uploaded("acme.woff2", FontFiles.served("space-grotesk/latin")), Samples.invoice());

        assertThat(Pdf.fonts(pdf)).allMatch(PDFont::isEmbedded);
        assertThat(names(pdf)).contains("SpaceGrotesk-Light").doesNotContain("BricolageGrotesque-Bold");
        assertThat(Pdf.text(pdf)).contains("Hafenstraße 12", "Rue de l’Église 7", "221,85\u00a0€");
    }

    @Test
    void what_it_lacks_is_written_in_the_font_of_the_look_and_then_in_one_that_lacks_nothing() {
        var latin = OwnFont.uploaded("acme.woff2", FontFiles.served("space-grotesk/latin"));
        var pdf = written(latin, Samples.saying("ß é € ñ žŐș Ωж"));

        assertThat(Pdf.text(pdf)).contains("ß é € ñ žŐș Ωж").doesNotContain("\ufffd");
        assertThat(names(pdf))
                .isEqualTo("BricolageGrotesque-Regular BricolageGrotesque-SemiBold DocumentSans-Regular"
                        + " DocumentSans-SemiBold SpaceGrotesk-Light");
        assertThat(fontOf(pdf, "ß", "é", "€", "ñ")).isEqualTo("SpaceGrotesk-Light");
        assertThat(fontOf(pdf, "ž", "Ő", "ș")).isEqualTo("BricolageGrotesque-Regular");
        assertThat(fontOf(pdf, "Ω", "ж")).isEqualTo("DocumentSans-Regular");
    }

    @Test
    void the_same_document_has_the_same_bytes() {
        var font = OwnFont.uploaded("acme.woff2", FontFiles.served("inter/latin"));
        assertThat(written(font, Samples.invoice())).isEqualTo(written(font, Samples.invoice()));
    }

    @Test
    void a_font_that_cannot_be_embedded_leaves_the_document_as_it_was() {
        var without = written(null, Samples.invoice());
        var file = FontFiles.served("inter/latin");
        file[file.length - 200] ^= 0x55;
        assertThat(written(new OwnFont("x", Base64.getEncoder().encodeToString(file)), Samples.invoice()))
                .isEqualTo(without);
        Map<String, byte[]> tables = new TreeMap<>(FontFiles.embedded("inter/regular"));
        assertThat(written(OwnFont.uploaded("x", FontFiles.of(OPENTYPE, tables)), Samples.invoice()))
                .isEqualTo(without);
        // Its licence forbids it.
        tables.computeIfPresent("OS/2", (tag, os2) -> os2.clone())[9] = 2;
        assertThat(written(OwnFont.uploaded("x", FontFiles.of(TRUETYPE, tables)), Samples.invoice()))
                .isEqualTo(without);
    }

    private byte[] written(OwnFont font, Invoice invoice) {
        return documents
                .write(BrandAssets.of(acme.withFont(font)), invoice, Samples.edition(Locale.GERMANY))
                .pdf();
    }

    private static String fontOf(byte[] pdf, String... letters) {
        return Pdf.letters(pdf).entrySet().stream()
                .filter(entry -> java.util.List.of(letters).contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(name -> !name.endsWith("SemiBold"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String names(byte[] pdf) {
        return Pdf.fonts(pdf).stream()
                .map(PDFont::getName)
                .map(Pdf::family)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
