package io.chom.tenants.billing.einvoice;

import io.chom.tenants.billing.InvoiceParties;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A document that programs read: EN 16931 in UN/CEFACT Cross Industry Invoice D16B, the XML that Factur-X and ZUGFeRD call
 * {@code EN 16931}. It says what the invoice says, with the sides as they were when it was written, and is written only where
 * all is there that the standard wants.
 *
 * @param file its name
 * @param xml its bytes, UTF-8
 */
public record EInvoice(String file, byte[] xml) {

    /** The media type of them. */
    public static final String TYPE = "application/xml";

    private static final int MOST_DIGITS = 2;

    /** What is missing; nothing where it can be written. */
    public static List<Gap> gaps(ItemisedInvoice itemised) {
        var gaps = new ArrayList<Gap>();
        InvoiceParties parties = itemised.parties();
        var seller = parties.seller();
        var tax = itemised.tax();
        if (seller == null || tax.isEmpty()) {
            gaps.add(Gap.SELLER);
        } else if (tax.get().rule().category() != Category.OUTSIDE
                && seller.vatId().isEmpty()
                && seller.taxNumber().isEmpty()) {
            gaps.add(Gap.SELLER_NUMBER);
        }
        if (parties.buyer() == null) {
            gaps.add(Gap.BUYER);
        }
        if (itemised.invoice().total().currency().getDefaultFractionDigits() > MOST_DIGITS) {
            gaps.add(Gap.CURRENCY);
        }
        return List.copyOf(gaps);
    }

    /**
     * An invoice; waits for the schema to be read, the first time. One that gives more back than it charges is a credit note, as it is on paper.
     *
     * @throws Refused with {@code invoice.e-invoice-gaps} where something is missing, which is named
     */
    public static EInvoice of(ItemisedInvoice itemised) {
        refuse(gaps(itemised));
        return written(Paper.of(itemised));
    }

    /**
     * A credit note.
     *
     * @param itemised what it puts right
     * @throws Refused as {@link #of(ItemisedInvoice)}
     */
    public static EInvoice of(CreditNote note, ItemisedInvoice itemised) {
        refuse(gaps(itemised));
        return written(Paper.of(note, itemised));
    }

    private static EInvoice written(Paper paper) {
        return new EInvoice(paper.number() + ".xml", new CrossIndustry(paper).write());
    }

    private static void refuse(List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            throw new Refused(new Failure.Conflict(
                    "invoice.e-invoice-gaps",
                    "This invoice was written without what an e-invoice needs: "
                            + gaps.stream().map(Gap::said).collect(Collectors.joining(", "))
                            + ". What is told in the billing details stands on the next ones."));
        }
    }
}
