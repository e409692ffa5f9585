package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.payment.Refund;
import java.util.List;

/**
 * An invoice that a brand owner issued to one of its customers.
 *
 * @param itemised the invoice with its lines
 * @param customer name of whose it is
 * @param notes what puts it right, the oldest first
 * @param refunds what goes back of it, the oldest first
 */
public record IssuedInvoice(ItemisedInvoice itemised, String customer, List<CreditNote> notes, List<Refund> refunds) {

    public IssuedInvoice {
        notes = List.copyOf(notes);
        refunds = List.copyOf(refunds);
    }

    /** The invoice itself. */
    public Invoice invoice() {
        return itemised.invoice();
    }
}
