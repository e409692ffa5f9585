package io.chom.tenants.billing;

import io.chom.tenants.platform.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an invoice is paid, or credited.
 *
 * @param status where it stands
 * @param paidAt when it was paid, or credited in full, or written with nothing to pay; null as long as it is not
 * @param reason why it is not paid, in the provider's word such as {@code insufficient_funds}; null where nothing failed
 * @param credited what its credit notes take off, zero or more
 * @param owed what is left to pay at this moment, zero or more; a payment under way is still part of it
 */
public record Settlement(
        Invoice.Status status,
        @Nullable Instant paidAt,
        @Nullable String reason,
        Money credited,
        Money owed) {

    /** Tells that an invoice of a tenant stands otherwise than before; the body is the tenant. */
    public static final String CHANNEL = "invoice_settled";
}
