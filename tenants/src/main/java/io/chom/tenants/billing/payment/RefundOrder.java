package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that the provider is asked with to give money back; asked again, it is the same question.
 *
 * @param id of the refund, which the key of the question is made from
 * @param payer who gets it back
 * @param reseller owner of the payer's brand
 * @param payee whose money it is by now
 * @param intent the provider's name for the payment that it was paid with
 * @param amount how much
 * @param requestedAt when it was written, before the provider was asked
 * @param name the provider's name for the refund; null as long as it is not known
 */
public record RefundOrder(
        RefundId id,
        TenantId payer,
        TenantId reseller,
        Payee payee,
        String intent,
        Money amount,
        Instant requestedAt,
        @Nullable String name) {

    private static final Actor JOB = Actor.job("refunds");

    /** As whom it is seen to. */
    Acting job() {
        return new Acting(payer, reseller, JOB);
    }
}
