package io.chom.theming.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.BrandAssets;
import io.chom.theming.DemoBrands;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts, days and paper are those of the reader. */
class DocumentFormatsTest {

    private static final BrandedDocuments DOCUMENTS = new BrandedDocuments();
    private static final BrandAssets ACME = BrandAssets.of(DemoBrands.acme());

    @ParameterizedTest
    @CsvSource({
        "JPY, 1234567, en-US, '¥1,234,567'",
        "KWD, 1234567890, en-US, 'KWD 1,234,567.890'",
        "KWD, 1234567890, fr-FR, '1 234 567,890 KWD'",
        "EUR, -5, de-DE, '-0,05 €'",
        "USD, 123456, es-ES, '1.234,56 US$'",
        "CHF, 123456, de-CH, 'CHF 1’234.56'",
        "EUR, 123456, ar-EG-u-nu-arab, '€1,234.56'"
    })
    void amounts_have_the_digits_of_their_currency_and_the_signs_of_the_locale(
            String currency, long minor, String locale, String written) {
        var pdf = write(Samples.in(currency, minor), Locale.forLanguageTag(locale))
                .pdf();
        assertThat(plain(Pdf.text(pdf))).contains(" " + written + " ");
    }

    @Test
    void days_are_those_of_the_zone() {
        var newYork = new Edition(Locale.US, ZoneId.of("America/New_York"), Samples.MADE);
        assertThat(plain(Pdf.text(
                        DOCUMENTS.write(ACME, Samples.invoice(), newYork).pdf())))
                .contains("Date of issue November 21, 2026");
    }

    @ParameterizedTest
    @CsvSource({"en-US, 612, 792", "es-MX, 612, 792", "en-GB, 595, 842", "de, 595, 842"})
    void the_paper_is_that_of_the_country(String locale, int width, int height) throws Exception {
        var pdf = write(Samples.invoice(), Locale.forLanguageTag(locale)).pdf();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(Math.round(document.getPage(0).getMediaBox().getWidth())).isEqualTo(width);
            assertThat(Math.round(document.getPage(0).getMediaBox().getHeight()))
                    .isEqualTo(height);
        }
    }

    private static BrandedDocuments.Written write(Invoice invoice, Locale locale) {
        return DOCUMENTS.write(ACME, invoice, Samples.edition(locale));
    }

    /** With one kind of blank. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
