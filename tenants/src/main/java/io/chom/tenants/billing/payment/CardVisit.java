package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit to a page on which a payer leaves a card.
 *
 * @param id its identity here
 * @param payee for whom the card is kept
 * @param session the provider's name for it; null as long as the page was not opened
 * @param begunAt when the page was asked for
 */
record CardVisit(
        PaymentId id,
        TenantId payer,
        TenantId reseller,
        Payee payee,
        @Nullable String session,
        Instant begunAt) {

    static final Actor JOB = Actor.job("payments");

    /** As whom it is seen to. */
    Acting job() {
        return new Acting(payer, reseller, JOB);
    }
}
