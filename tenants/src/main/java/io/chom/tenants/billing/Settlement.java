package io.chom.tenants.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an invoice is paid.
 *
 * @param status where it stands
 * @param paidAt when it was paid, or written with nothing to pay; null as long as it is not
 * @param reason why it is not paid, in the provider's word such as {@code insufficient_funds}; null where nothing failed
 */
public record Settlement(
        Invoice.Status status,
        @Nullable Instant paidAt,
        @Nullable String reason) {

    /** Tells that an invoice of a tenant stands otherwise than before; the body is the tenant. */
    public static final String CHANNEL = "invoice_settled";
}
