package io.chom.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.FileLink;
import io.chom.theming.BrandAssets;
import io.chom.theming.DemoBrands;
import io.chom.theming.documents.BrandedDocuments;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ViewPackages(classes = SampleDocumentsTest.class)
class SampleDocumentsTest extends BrowserlessTest {

    @Test
    void the_preview_offers_both_once_there_is_a_brand() {
        UI.getCurrent().setLocale(Locale.US);
        var preview = new BrandPreview(Language.of(UI.getCurrent()));
        UI.getCurrent().add(preview);
        assertThat(find(FileLink.class, preview).all()).isEmpty();
        preview.show(DemoBrands.acme());
        assertThat(find(FileLink.class, preview).all())
                .extracting(FileLink::getText)
                .isEqualTo(List.of("Sample invoice (PDF)", "Sample statement (PDF)"));
        assertThat(find(FileLink.class, preview).all())
                .allSatisfy(link -> assertThat(link.getHref()).contains("VAADIN/dynamic/resource/"));
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, Invoice, Account statement, €69.00",
        "de-DE, Rechnung, Kontoauszug, '69,00 €'",
        "fr-FR, Facture, Relevé de compte, '69,00 €'",
        "es-ES, Factura, Extracto de cuenta, '69,00 €'"
    })
    void samples_speak_the_language_of_whoever_looks(String locale, String invoice, String statement, String due)
            throws IOException {
        var language = new Language(new Formats(Locale.forLanguageTag(locale), ZoneOffset.UTC));
        var samples = new SampleFigures(language);
        var documents = new BrandedDocuments();
        var assets = BrandAssets.of(DemoBrands.nimbus());
        assertThat(text(documents.write(assets, samples.invoice(assets.brand()), samples.edition())))
                .contains(invoice, "Nimbus Cloud", due, language.say("brand.sample.note"));
        assertThat(text(documents.write(assets, samples.statement(assets.brand()), samples.edition())))
                .contains(statement, "2026-0042", due);
    }

    private static String text(BrandedDocuments.Written written) throws IOException {
        try (var document = Loader.loadPDF(written.pdf())) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replace('\u202f', ' ');
        }
    }
}
