package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.payment.Refund.State;
import org.jspecify.annotations.Nullable;

/**
 * What became of money that is to go back, as the provider says at this moment.
 *
 * @param state pending, succeeded or failed
 * @param name the provider's name for the refund; null where there is none
 * @param reason why it failed, in the provider's word; null where it did not
 */
public record RefundOutcome(
        State state, @Nullable String name, @Nullable String reason) {

    /** It is under way. */
    public static RefundOutcome pending(String name) {
        return new RefundOutcome(State.PENDING, name, null);
    }

    /** It went back. A bank may still send it back to the issuer days later. */
    public static RefundOutcome succeeded(String name) {
        return new RefundOutcome(State.SUCCEEDED, name, null);
    }

    /** It does not go back this way. */
    public static RefundOutcome failed(@Nullable String name, String reason) {
        return new RefundOutcome(State.FAILED, name, reason);
    }
}
