package io.chom.theming.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.theming.BrandAssets;
import io.chom.theming.BrandFont;
import io.chom.theming.DemoBrands;
import io.chom.theming.Languages;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BrandedDocumentsTest {

    private static final BrandedDocuments DOCUMENTS = new BrandedDocuments();
    private static final BrandAssets ACME = BrandAssets.of(DemoBrands.acme());
    private static final BrandAssets NIMBUS = BrandAssets.of(DemoBrands.nimbus());

    @Test
    void an_invoice_says_all_of_it_in_order() {
        var written = write(Samples.invoice(), Locale.GERMANY);

        assertThat(written.file()).isEqualTo("Rechnung-ACME-2026-0042.pdf");
        assertThat(plain(Pdf.text(written.pdf())))
                .containsSubsequence("Rechnung", "Nummer ACME-2026-0042", "Ausstellungsdatum 22. November 2026")
                .containsSubsequence("Fällig am 6. Dezember 2026", "Zeitraum 01.11.2026 – 30.11.2026", "Order PO-7781")
                .containsSubsequence("Von Acme Hosting GmbH", "Hafenstraße 12", "VAT DE123456789")
                .containsSubsequence("Rechnung an Łukasz Żółć & Søns Ωμέγα Дружба", "VAT FR40123456789")
                .containsSubsequence("221,85 € fällig am 6. Dezember 2026", "Online bezahlen")
                .containsSubsequence("Pro plan", "01.11.2026 – 30.11.2026", "10 % for a year · -4,90 €", "44,10 €")
                .containsSubsequence("267.5 GB used − 100 GB included", "167,5 GB 0,08 € 19 % 13,40 €")
                .containsSubsequence("API calls 1.250.000 0,00012 € 19 % 150,00 €", "19 of 30 days", "-12,67 €")
                .containsSubsequence("Zwischensumme 194,83 €", "VAT 19 % auf 194,83 € 37,02 €", "Gesamtbetrag 231,85 €")
                .containsSubsequence("Bereits bezahlt -10,00 €", "Offener Betrag 221,85 €", "So bezahlen Sie")
                .containsSubsequence("IBAN DE02 1203 0000 0000 2020 51", "Hinweise", "Thank you for your trust.");
    }

    @Test
    void a_statement_says_all_of_it_in_order() {
        var statement = Samples.statement(Statement.Kind.PAYOUT, 3);
        var written = DOCUMENTS.write(NIMBUS, statement, Samples.edition(Locale.FRANCE));

        assertThat(written.file()).isEqualTo("Relevé-de-versements-ST-2026-11.pdf");
        assertThat(plain(Pdf.text(written.pdf())))
                .containsSubsequence("Relevé de versements", "Numéro ST-2026-11", "Account 10023")
                .containsSubsequence("Solde de 96,90 € au 30 novembre 2026", "Solde initial 100,00 €")
                .containsSubsequence("22 nov. 2026 Share of invoice 1 INV-1 123,45 € 223,45 €")
                .containsSubsequence("22 nov. 2026 Transfer PAY-3 250,00 € 96,90 €")
                .containsSubsequence("Solde final 250,00 € 246,90 € 96,90 €", "Balances are in euros.")
                .contains("Page 1 sur 1");
    }

    @Test
    void five_hundred_lines_are_all_there_once_under_a_head_on_numbered_pages() {
        var pages = Pdf.pages(write(Samples.invoice(Invoice.Kind.INVOICE, Samples.lines(500)), Locale.US)
                .pdf());
        var all = String.join("\n", pages);

        assertThat(pages).hasSizeBetween(20, 32);
        assertThat(all)
                .containsSubsequence(IntStream.rangeClosed(1, 500)
                        .mapToObj(number -> "Site number " + number + ".")
                        .toList());
        assertThat(all.split("Site number ")).hasSize(501);
        for (var number = 1; number <= pages.size(); number++) {
            var page = plain(pages.get(number - 1));
            assertThat(page).contains("Page " + number + " of " + pages.size());
            assertThat(page).contains("Description Quantity Unit price Tax Amount");
            // A row has three parts, of which none is on another page.
            assertThat(page.split("Nov 1, 2026 – Nov 30, 2026 1 "))
                    .hasSameSizeAs(page.split("Site number \\d+\\. Nov 1, 2026"));
        }
    }

    @Test
    void sums_are_never_alone_on_a_page() {
        var pages = IntStream.rangeClosed(5, 28)
                .mapToObj(count -> Samples.invoice(Invoice.Kind.INVOICE, Samples.lines(count)))
                .map(invoice -> Pdf.pages(write(invoice, Locale.US).pdf()))
                .toList();
        assertThat(pages.getFirst().size()).isLessThan(pages.getLast().size());
        assertThat(pages)
                .allSatisfy(document -> assertThat(document)
                        .filteredOn(page -> page.contains("Subtotal"))
                        .singleElement()
                        .asString()
                        .contains("Site number", "Amount due", "Total"));
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_has_its_name_and_its_figure(Invoice.Kind kind) {
        var text = plain(Pdf.text(
                write(Samples.invoice(kind, Samples.lines()), Locale.UK).pdf()));
        assertThat(text)
                .contains(
                        switch (kind) {
                            case INVOICE -> " Invoice Number";
                            case CREDIT_NOTE -> " Credit note Number";
                            case PRO_FORMA -> " Pro forma invoice Number";
                            case SELF_BILLED -> " Self-billed invoice Number";
                        });
        if (kind == Invoice.Kind.CREDIT_NOTE) {
            assertThat(text)
                    .contains("€231.85 credited", "Amount credited €231.85")
                    .doesNotContain("Pay online", "Amount due");
        } else {
            assertThat(text).contains("€221.85 due 6 December 2026", "Amount due €221.85", "Pay online");
        }
    }

    @Test
    void what_is_paid_asks_for_nothing() {
        var paid = paid(23185);
        assertThat(plain(Pdf.text(write(paid, Locale.UK).pdf())))
                .contains("€231.85 paid", "Amount due €0.00")
                .doesNotContain("Pay online");
        assertThat(plain(Pdf.text(write(paid(24185), Locale.UK).pdf())))
                .contains("€10.00 in your favour", "In your favour €10.00");
    }

    @Test
    void the_same_has_the_same_bytes_and_another_edition_has_not() {
        var first = write(Samples.invoice(), Locale.GERMANY).pdf();
        var later = new Edition(Locale.GERMANY, Samples.BERLIN, Samples.MADE.plusSeconds(1));

        assertThat(new BrandedDocuments()
                        .write(BrandAssets.of(DemoBrands.acme()), Samples.invoice(), Samples.edition(Locale.GERMANY))
                        .pdf())
                .isEqualTo(first);
        assertThat(DOCUMENTS.write(ACME, Samples.invoice(), later).pdf()).isNotEqualTo(first);
    }

    static Stream<BrandFont> fonts() {
        return Stream.of(BrandFont.values());
    }

    @ParameterizedTest
    @MethodSource("fonts")
    void all_fonts_are_inside_and_none_lacks_a_letter(BrandFont font) {
        var brand = DemoBrands.acme().withLook(DemoBrands.acme().look().withFont(font));
        var letters = "ẞ ĳ Ő ő Ș ș Ț Ğ İ Ơ Ư ẽ Ω ά ή ώ ϊ Ж Щ ъ є ї ґ ђ љ “„”‘’‚«»‹› … – — • € £ ₺ ₴ ₽ ₹ № ™";
        var invoice = Samples.saying(letters);
        var pdf = DOCUMENTS
                .write(BrandAssets.of(brand), invoice, Samples.edition(Locale.FRANCE))
                .pdf();

        assertThat(Pdf.fonts(pdf)).isNotEmpty().allSatisfy(one -> {
            assertThat(one.isEmbedded()).isTrue();
            assertThat(one.getName()).matches("[A-Z]{6}\\+[A-Za-z0-9]+-(Regular|SemiBold)");
        });
        assertThat(plain(Pdf.text(pdf)))
                .doesNotContain("\ufffd")
                .contains(plain(letters).split(" "));
    }

    @Test
    void it_is_tagged_and_can_carry_another_file() throws Exception {
        try (var document =
                Loader.loadPDF(write(Samples.invoice(), Locale.GERMANY).pdf())) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("de");
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getOutputIntents()).hasSize(1);
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<")
                    .contains("Rechnung ACME-2026-0042", "2026-11-22T09:30:00Z");
        }
    }

    @Test
    void no_trace_of_anybody_else_is_in_it() throws Exception {
        for (var assets : List.of(ACME, NIMBUS)) {
            for (var language : Languages.ALL) {
                var edition = Samples.edition(language);
                var house = assets.brand().name();
                for (var written : List.of(
                        DOCUMENTS.write(assets, Samples.invoice(), edition),
                        DOCUMENTS.write(assets, Samples.statement(Statement.Kind.ACCOUNT, 4), edition))) {
                    var all = written.file() + Pdf.text(written.pdf()) + Pdf.everything(written.pdf());
                    assertThat(all).containsIgnoringCase(house);
                    assertThat(all.toLowerCase(Locale.ROOT))
                            .doesNotContainPattern("(?<![\\p{L}\\p{N}])chom")
                            .doesNotContain("openhtml", "pdfbox", "apache", "3b82f6", "/tmp/", "user.home");
                    try (var document = Loader.loadPDF(written.pdf())) {
                        var about = document.getDocumentInformation();
                        assertThat(List.of(about.getProducer(), about.getCreator(), about.getAuthor()))
                                .containsOnly(house);
                    }
                }
            }
        }
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> new Payment(List.of(), List.of(), URI.create("javascript:alert(1)")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Line.Discount("10 %", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Statement.Entry(Samples.NIGHT, "", null, -1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> paid(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Invoice paid(long amount) {
        var invoice = Samples.invoice();
        return new Invoice(
                Invoice.Kind.INVOICE,
                invoice.number(),
                invoice.issued(),
                invoice.due(),
                null,
                invoice.seller(),
                invoice.buyer(),
                List.of(),
                Currency.getInstance("EUR"),
                invoice.lines(),
                List.of(new Tax("VAT", new BigDecimal("19"), 19483, 3702)),
                amount,
                invoice.payment(),
                List.of());
    }

    private static BrandedDocuments.Written write(Invoice invoice, Locale locale) {
        return DOCUMENTS.write(ACME, invoice, Samples.edition(locale));
    }

    /** With one kind of blank. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
