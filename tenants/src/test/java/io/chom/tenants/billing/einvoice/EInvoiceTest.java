package io.chom.tenants.billing.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.InvoiceParties;
import io.chom.tenants.billing.Invoiced;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.credit.CreditNoteId;
import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.Papers;
import io.chom.tenants.billing.details.Profile;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.platform.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** E-invoices, as others judge them. */
class EInvoiceTest {

    private static final Profile GERMAN = Papers.charging("DE", "DE123456789", "19");
    private static final BillingDetails AT_HOME = Papers.in("DE", "");

    static Stream<Arguments> invoices() {
        var small = Papers.exempt("DE", "12/345/67890", "§ 19 UStG: <no> tax & \"nothing\"");
        return Stream.of(
                Arguments.of("plain", invoice(GERMAN, AT_HOME, "EUR", 7_900), "S", "19.00"),
                Arguments.of(
                        "two digits",
                        invoice(
                                Papers.charging("CH", "CHE123456789MWST", "7.77"),
                                Papers.in("CH", ""),
                                "CHF",
                                1,
                                33,
                                99),
                        "S",
                        "7.77"),
                Arguments.of(
                        "reverse charge",
                        invoice(GERMAN, Papers.in("FR", "FR12345678901"), "EUR", 7_900, 333),
                        "AE",
                        "0.00"),
                Arguments.of("exempt", invoice(small, AT_HOME, "EUR", 7_900), "E", "0.00"),
                Arguments.of(
                        "exempt without a word",
                        invoice(Papers.exempt("DE", "1", ""), AT_HOME, "EUR", 7_900),
                        "E",
                        "0.00"),
                Arguments.of("outside", invoice(GERMAN, Papers.in("CH", "CHE123456789MWST"), "EUR", 7_900), "O", null),
                Arguments.of("with what is given back", invoice(GERMAN, AT_HOME, "EUR", 7_900, -650, 0), "S", "19.00"),
                Arguments.of("nothing", invoice(GERMAN, AT_HOME, "EUR", 0), "S", "19.00"),
                Arguments.of("more given back", invoice(GERMAN, AT_HOME, "EUR", 100, -650), "S", "19.00"),
                Arguments.of(
                        "yen",
                        invoice(Papers.charging("JP", "JP1234567890123", "10"), Papers.in("JP", ""), "JPY", 505, 4),
                        "S",
                        "10.00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invoices")
    void it_keeps_every_rule(String name, ItemisedInvoice invoice, String category, String rate) throws Exception {
        var xml = EInvoice.of(invoice).xml();
        assertThat(Judge.flaws(xml)).isEmpty();
        assertThat(text(xml)).contains("<ram:CategoryCode>" + category + "</ram:CategoryCode>");
        if (rate == null) {
            assertThat(text(xml)).doesNotContain("RateApplicablePercent");
        } else {
            assertThat(text(xml)).contains("<ram:RateApplicablePercent>" + rate + "</ram:RateApplicablePercent>");
        }
        var total = invoice.invoice().total().major().abs().toPlainString();
        assertThat(text(xml)).contains("<ram:GrandTotalAmount>" + total + "</ram:GrandTotalAmount>");
        assertThat(EInvoice.of(invoice).xml()).isEqualTo(xml);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invoices")
    void so_does_a_credit_note_of_a_part_and_names_its_invoice(
            String name, ItemisedInvoice invoice, String category, String rate) throws Exception {
        if (invoice.invoice().total().minor() <= 0) {
            assertThat(text(EInvoice.of(invoice).xml()))
                    .contains(invoice.invoice().total().minor() < 0 ? ">381<" : ">380<");
            return;
        }
        var xml = EInvoice.of(note(invoice), invoice).xml();
        assertThat(Judge.flaws(xml)).isEmpty();
        assertThat(text(xml))
                .contains("<ram:TypeCode>381</ram:TypeCode>")
                .contains("<ram:IssuerAssignedID>TEST-000042</ram:IssuerAssignedID>")
                .contains("Charged &lt;too&gt; much");
    }

    @Test
    void whatever_its_lines_its_sums_are_kept() throws Exception {
        var random = new Random(20_310_103);
        for (int round = 0; round < 15; round++) {
            var cents = LongStream.generate(() -> random.nextLong(-9_999, 1_000_000))
                    .limit(1 + random.nextInt(8))
                    .toArray();
            var seller = Papers.charging(
                    "DE", "DE123456789", "%d.%02d".formatted(1 + random.nextInt(99), random.nextInt(100)));
            assertThat(Judge.flaws(
                            EInvoice.of(invoice(seller, AT_HOME, "EUR", cents)).xml()))
                    .isEmpty();
        }
    }

    @Test
    void a_wrong_sum_a_forgotten_reason_and_a_wrong_order_are_seen() throws Exception {
        var right =
                text(EInvoice.of(invoice(GERMAN, AT_HOME, "EUR", 7_900, 100)).xml());
        assertThat(flaws(right.replace("<ram:GrandTotalAmount>95.20", "<ram:GrandTotalAmount>95.21")))
                .anyMatch(flaw -> flaw.contains("BR-CO-15"));
        assertThat(flaws(right.replace("<ram:TaxBasisTotalAmount>80.00", "<ram:TaxBasisTotalAmount>80.01")))
                .anyMatch(flaw -> flaw.contains("BR-CO-13"));
        var reverse = text(EInvoice.of(invoice(GERMAN, Papers.in("FR", "FR12345678901"), "EUR", 7_900))
                .xml());
        assertThat(flaws(reverse.replaceAll("<ram:Exemption.*?</ram:Exemption\\w+>", "")))
                .anyMatch(flaw -> flaw.contains("BR-AE-10"));
        assertThat(flaws(right.replaceAll("(<ram:LineID>1</ram:LineID>)", "")))
                .anyMatch(flaw -> flaw.startsWith("schema"));
    }

    @Test
    void what_is_missing_is_named_and_nothing_is_written() {
        var rule = TaxRule.of(GERMAN, AT_HOME);
        var euros = List.of(new Money(100, Currency.getInstance("EUR")));
        var dinars = List.of(new Money(100, Currency.getInstance("KWD")));
        var nobody = new ItemisedInvoice(
                Invoiced.taxed(rule, euros, InvoiceParties.NONE).invoice(),
                Invoiced.taxed(rule, euros, InvoiceParties.NONE).lines());
        assertThat(EInvoice.gaps(nobody)).containsExactly(Gap.SELLER, Gap.BUYER);
        assertThatThrownBy(() -> EInvoice.of(nobody))
                .hasMessageContaining("invoice.e-invoice-gaps")
                .hasMessageContaining("name and address of the seller, name and address of the buyer");
        assertThat(EInvoice.gaps(invoice(Papers.exempt("DE", "", ""), AT_HOME, "EUR", 100)))
                .containsExactly(Gap.SELLER_NUMBER);
        assertThat(EInvoice.gaps(Invoiced.taxed(rule, dinars, new InvoiceParties(GERMAN.details(), AT_HOME))))
                .containsExactly(Gap.CURRENCY);
    }

    @Test
    void what_xml_cannot_hold_is_left_out() throws Exception {
        var odd = new BillingDetails("A\u0001\uD800\uFFFEb \uD83D\uDE00", "s", "", "1", "c", "DE", "", "", "", "");
        var xml = EInvoice.of(invoice(GERMAN, odd, "EUR", 100)).xml();
        assertThat(Judge.flaws(xml)).isEmpty();
        assertThat(text(xml)).contains("Ab ");
    }

    private static List<String> flaws(String xml) throws Exception {
        return Judge.flaws(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static ItemisedInvoice invoice(Profile seller, BillingDetails buyer, String currency, long... minor) {
        var amounts = LongStream.of(minor)
                .mapToObj(one -> new Money(one, Currency.getInstance(currency)))
                .toList();
        return Invoiced.taxed(TaxRule.of(seller, buyer), amounts, new InvoiceParties(seller.details(), buyer));
    }

    /** Of half of the first line, and its tax. */
    private static CreditNote note(ItemisedInvoice invoice) {
        var currency = invoice.invoice().total().currency();
        var half = new Money((invoice.lines().getFirst().amount().minor() + 1) / 2, currency);
        var tax = invoice.tax().orElseThrow().rule().on(half);
        var parts = Stream.of(new Part(1, half), new Part(invoice.lines().size(), tax))
                .filter(part -> part.amount().minor() != 0)
                .toList();
        return new CreditNote(
                CreditNoteId.next(),
                invoice.invoice().customer(),
                invoice.invoice().issuer(),
                invoice.invoice().id(),
                "TEST-CN-000007",
                "Charged <too> much",
                parts,
                parts.stream().map(Part::amount).reduce(Money.zero(currency), Money::plus),
                Instant.parse("2031-07-01T12:00:00Z"));
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }
}
