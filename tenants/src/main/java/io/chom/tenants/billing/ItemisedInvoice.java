package io.chom.tenants.billing;

import java.util.List;

/**
 * An invoice with what stands on it.
 *
 * @param invoice the invoice
 * @param lines in their order; they add up to its total
 */
public record ItemisedInvoice(Invoice invoice, List<LineItem> lines) {

    public ItemisedInvoice {
        lines = List.copyOf(lines);
        var sum = Estimate.of(lines, invoice.total().currency()).total();
        if (!sum.equals(invoice.total())) {
            throw new IllegalStateException("The lines of invoice " + invoice.number() + " add up to " + sum
                    + ", not to " + invoice.total() + ".");
        }
    }
}
