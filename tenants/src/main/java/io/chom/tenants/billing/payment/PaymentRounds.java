package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.PacedRounds;
import org.springframework.stereotype.Component;

/** Collects again and again, and at once when the provider tells of something. */
@Component
@ConditionalOnRole("worker")
class PaymentRounds extends PacedRounds {

    /** Tells that something is to be seen to at this moment. */
    static final String DUE = "payment_due";

    PaymentRounds(PaymentRun run, Broadcast broadcast, PaymentProperties properties) {
        super(properties.pace(), broadcast, DUE, run::all);
    }
}
