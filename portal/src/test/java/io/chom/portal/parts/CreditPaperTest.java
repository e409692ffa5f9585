package io.chom.portal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.reseller.CreditSamples;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.platform.Money;
import io.chom.theming.BrandAssets;
import io.chom.theming.DemoBrands;
import io.chom.theming.documents.BrandedDocuments;
import io.chom.theming.documents.Edition;
import io.chom.theming.documents.Party;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditPaperTest {

    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource({
        "en-US, Credit note, $9.00, $4.50, $13.50",
        "de-DE, Rechnungskorrektur, '9,00 $', '4,50 $', '13,50 $'",
        "fr-FR, Avoir, '9,00 $', '4,50 $', '13,50 $'",
        "es-ES, Factura rectificativa, '9,00', '4,50', '13,50'"
    })
    void it_says_what_it_takes_off_which_bill_and_why(
            String locale, String kind, String first, String second, String total) throws IOException {
        var language = new Language(new Formats(Locale.forLanguageTag(locale), ZoneOffset.UTC));
        var itemised = CreditSamples.itemised(2_900, 600);
        var note = CreditSamples.note(
                itemised.invoice(), new Part(1, new Money(900, USD)), new Part(2, new Money(450, USD)));
        var assets = BrandAssets.of(DemoBrands.nimbus());
        var paper = new CreditPaper(new LineWords(language, meter -> Optional.empty()), itemised)
                .of(note, assets.brand(), new Party("Harbour House", List.of(), null, null));
        var written = new BrandedDocuments()
                .write(assets, paper, new Edition(language.formats().locale(), ZoneOffset.UTC, note.issuedAt()));
        try (var document = Loader.loadPDF(written.pdf())) {
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .replace('\u00a0', ' ')
                            .replace('\u202f', ' '))
                    .contains(
                            kind,
                            "ACME-CN-000007",
                            "ACME-000042",
                            "Nimbus Cloud",
                            "Harbour House",
                            "The site was down for a day",
                            first,
                            second,
                            total);
        }
    }
}
