package io.chom.portal.parts;

import io.chom.portal.formats.Language;
import io.chom.portal.formats.LineWords;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.LineItem.Taxed;
import io.chom.tenants.billing.details.BillingDetails;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.platform.Money;
import io.chom.theming.documents.Party;
import io.chom.theming.documents.Tax;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who stands on the document of an invoice, and what it says of tax.
 *
 * @param words how its lines are said
 * @param itemised the invoice
 */
public record PaperSides(LineWords words, ItemisedInvoice itemised) {

    /** Who sold, as it was then; where it had told nothing, the other. */
    public Party seller(Party other) {
        return party(itemised.parties().seller(), other);
    }

    /** Who bought, as it was then; where it had told nothing, the other. */
    public Party buyer(Party other) {
        return party(itemised.parties().buyer(), other);
    }

    /** What the buyer wanted to read. */
    public Optional<String> reference() {
        return Optional.ofNullable(itemised.parties().buyer())
                .map(BillingDetails::buyerReference)
                .filter(reference -> !reference.isEmpty());
    }

    private Party party(@Nullable BillingDetails details, Party other) {
        if (details == null) {
            return other;
        }
        var place = details.postalCode() + " " + details.city();
        var country =
                Locale.of("", details.country()).getDisplayCountry(language().words());
        return new Party(
                details.legalName(),
                Stream.of(details.street(), details.secondLine(), place, country)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                number(details),
                details.email().isEmpty() ? other.email() : details.email());
    }

    private @Nullable String number(BillingDetails details) {
        if (!details.vatId().isEmpty()) {
            return language().say("details.vat-id") + " " + details.vatId();
        }
        return details.taxNumber().isEmpty() ? null : language().say("details.tax-number") + " " + details.taxNumber();
    }

    /**
     * The tax as the document sums it up; none where none is charged.
     *
     * @param base what it is computed from, as the document has it
     * @param amount how much it is, as the document has it
     */
    public List<Tax> taxes(Money base, Money amount) {
        return itemised.tax().map(Taxed::rule).stream()
                .filter(rule -> rule.category() == Category.STANDARD)
                .map(rule -> new Tax(
                        language().say("invoices.tax"), rule.rate().stripTrailingZeros(), base.minor(), amount.minor()))
                .toList();
    }

    /**
     * Why no tax is charged, where that is so.
     *
     * @param base what it would be computed from, as the document has it
     */
    public List<String> notes(Money base) {
        return itemised.tax().map(taxed -> words.noTax(taxed.rule(), base)).stream()
                .filter(note -> !note.isEmpty())
                .toList();
    }

    /** What stands on the document as lines: all but the tax. */
    public static boolean isLine(LineItem line) {
        return line.kind() != LineItem.Kind.TAX;
    }

    private Language language() {
        return words.language();
    }
}
