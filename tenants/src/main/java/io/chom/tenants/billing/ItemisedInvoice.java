package io.chom.tenants.billing;

import io.chom.tenants.billing.LineItem.Taxed;
import java.util.List;
import java.util.Optional;

/**
 * An invoice with what stands on it.
 *
 * @param invoice the invoice
 * @param lines in their order; they add up to its total
 * @param parties who both sides were when it was written
 */
public record ItemisedInvoice(Invoice invoice, List<LineItem> lines, InvoiceParties parties) {

    public ItemisedInvoice {
        lines = List.copyOf(lines);
        var sum = Estimate.of(lines, invoice.total().currency()).total();
        if (!sum.equals(invoice.total())) {
            throw new IllegalStateException("The lines of invoice " + invoice.number() + " add up to " + sum
                    + ", not to " + invoice.total() + ".");
        }
    }

    /** One of whose sides nothing is known. */
    public ItemisedInvoice(Invoice invoice, List<LineItem> lines) {
        this(invoice, lines, InvoiceParties.NONE);
    }

    /** The figures of its tax; empty where its issuer had told nothing of itself. */
    public Optional<Taxed> tax() {
        return lines.stream()
                .map(LineItem::figures)
                .filter(Taxed.class::isInstance)
                .map(Taxed.class::cast)
                .findFirst();
    }
}
