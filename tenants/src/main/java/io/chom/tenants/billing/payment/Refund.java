package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.Money;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money of a customer that goes back, because what it paid was credited.
 *
 * @param id its own
 * @param invoice that it was paid for
 * @param state where it is
 * @param amount how much
 * @param requestedAt when it was credited
 * @param settledAt when it arrived, or was found not to; null as long as that is open
 * @param reason why the provider could not give it back, in its word such as {@code expired_or_canceled_card}; null where
 *     nothing failed
 */
public record Refund(
        RefundId id,
        InvoiceId invoice,
        State state,
        Money amount,
        Instant requestedAt,
        @Nullable Instant settledAt,
        @Nullable String reason) {

    /** Where money is that goes back. */
    public enum State {
        /** The provider is asked for it. */
        REQUESTED,
        /** The provider has it under way. */
        PENDING,
        /** It went back to where it came from. */
        SUCCEEDED,
        /** The provider could not give it back; the issuer has to by hand. */
        FAILED,
        /** It did not come through the provider; the issuer gives it back by hand. */
        BY_HAND,
        /** The issuer says that it gave it back by hand. */
        DONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether the issuer has to give it back by hand, and has not. */
    public boolean isByHand() {
        return state == State.FAILED || state == State.BY_HAND;
    }
}
