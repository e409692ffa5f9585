package io.chom.portal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.portal.reseller.CreditSamples;
import io.chom.tenants.billing.InvoiceParties;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.platform.Money;
import io.chom.theming.DemoBrands;
import io.chom.theming.documents.Party;
import io.chom.theming.documents.Tax;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperSidesTest {

    private static final Party OTHER = new Party("Bakery", List.of(), null, "help@acme.example");
    private static final BillingDetails SELLER = new BillingDetails(
            "Hosting GmbH", "Weg 1", "Hof 2", "10115", "Berlin", "DE", "DE123456789", "12/345", "", "");
    private static final BillingDetails BUYER =
            new BillingDetails("Boulangerie", "Rue 3", "", "75001", "Paris", "FR", "", "", "achat@b.example", "R-7");

    @Test
    void both_sides_stand_on_it_as_they_were() {
        var sides = sides(Locale.GERMANY, Category.STANDARD, "19");
        assertThat(sides.seller(OTHER))
                .isEqualTo(new Party(
                        "Hosting GmbH",
                        List.of("Weg 1", "Hof 2", "10115 Berlin", "Deutschland"),
                        "USt-IdNr. DE123456789",
                        "help@acme.example"));
        assertThat(sides.buyer(OTHER))
                .isEqualTo(new Party(
                        "Boulangerie", List.of("Rue 3", "75001 Paris", "Frankreich"), null, "achat@b.example"));
        assertThat(sides.reference()).contains("R-7");
    }

    @Test
    void of_whom_nothing_was_known_there_is_what_there_was_before() {
        var sides = new PaperSides(words(Locale.US), CreditSamples.itemised(100));
        assertThat(sides.seller(OTHER)).isEqualTo(OTHER);
        assertThat(sides.buyer(OTHER)).isEqualTo(OTHER);
        assertThat(sides.notes(usd(100))).isEmpty();
        assertThat(sides.taxes(usd(100), usd(0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Reverse charge: the buyer owes the tax on $100.00
            de | Steuerschuldnerschaft des Leistungsempfängers: Der Käufer schuldet die Steuer auf 100,00 $
            es | Inversión del sujeto pasivo: el comprador debe el impuesto sobre 100,00 US$
            fr | Autoliquidation : la taxe sur 100,00 $US est due par le preneur
            """)
    void who_owes_the_tax_is_said_in_the_language_of_the_document(String tag, String sentence) {
        var sides = sides(Locale.of(tag), Category.REVERSE_CHARGE, "0");
        assertThat(sides.notes(usd(10_000)))
                .singleElement()
                .satisfies(note -> assertThat(note.replace('\u00a0', ' ')).isEqualTo(sentence));
        assertThat(sides.taxes(usd(10_000), usd(0))).isEmpty();
    }

    @Test
    void a_credit_note_sums_up_what_it_gives_back_of_the_tax() {
        var invoice = taxed(Category.STANDARD, "19");
        var note = CreditSamples.note(invoice.invoice(), new Part(1, usd(5_000)), new Part(2, usd(950)));
        var paper = new CreditPaper(words(Locale.US), invoice).of(note, DemoBrands.acme(), OTHER);
        assertThat(paper.lines()).hasSize(1);
        assertThat(paper.taxes()).containsExactly(new Tax("Tax", new BigDecimal("19"), 5_000, 950));
        assertThat(paper.total()).isEqualTo(note.total().minor());
        assertThat(paper.seller().name()).isEqualTo("Hosting GmbH");
    }

    @Test
    void a_credit_note_says_of_what_it_gives_back_that_the_buyer_owes_the_tax() {
        var invoice = taxed(Category.REVERSE_CHARGE, "0");
        var note = CreditSamples.note(invoice.invoice(), new Part(1, usd(2_500)));
        var paper = new CreditPaper(words(Locale.US), invoice).of(note, DemoBrands.acme(), OTHER);
        assertThat(paper.notes()).contains("Reverse charge: the buyer owes the tax on $25.00");
    }

    private static PaperSides sides(Locale locale, Category category, String rate) {
        return new PaperSides(words(locale), taxed(category, rate));
    }

    private static ItemisedInvoice taxed(Category category, String rate) {
        var rule = new TaxRule(category, new BigDecimal(rate), "");
        return CreditSamples.taxed(rule, new InvoiceParties(SELLER, BUYER), 10_000);
    }

    private static LineWords words(Locale locale) {
        return new LineWords(new Language(new Formats(locale, ZoneOffset.UTC)), meter -> Optional.empty());
    }

    private static Money usd(long cents) {
        return new Money(cents, Currency.getInstance("USD"));
    }
}
