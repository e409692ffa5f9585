package io.chom.tenants.billing;

import io.chom.tenants.billing.details.BillingDetails;
import org.jspecify.annotations.Nullable;

/**
 * Who both sides of an invoice were on paper when it was written.
 *
 * @param seller null where it had told nothing
 * @param buyer null where it had told nothing
 */
public record InvoiceParties(
        @Nullable BillingDetails seller, @Nullable BillingDetails buyer) {

    /** Nothing was told. */
    public static final InvoiceParties NONE = new InvoiceParties(null, null);

    InvoiceParties with(String side, BillingDetails details) {
        return side.equals("seller") ? new InvoiceParties(details, buyer) : new InvoiceParties(seller, details);
    }
}
