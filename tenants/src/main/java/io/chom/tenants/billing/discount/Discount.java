package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.Reduction;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A discount that was asked for or given, and what became of it.
 *
 * @param id its own
 * @param customer whose price it is about
 * @param name what that organisation is called
 * @param subscription the subscription that it is of
 * @param percent what was wanted
 * @param periods for how many months or years; null without end
 * @param reason why
 * @param decider whose approval it needed; null where whoever gave it needed none
 * @param askedBy who wanted it, as the actor's id
 * @param askedAt when
 * @param state how far it is
 * @param reduction what counts; null where nothing did
 */
public record Discount(
        DiscountId id,
        TenantId customer,
        String name,
        SubscriptionId subscription,
        BigDecimal percent,
        @Nullable Integer periods,
        String reason,
        @Nullable Giver decider,
        String askedBy,
        Instant askedAt,
        State state,
        @Nullable Reduction reduction) {

    /** How far it is. */
    public enum State {
        /** Somebody has to approve of it. */
        ASKED,
        /** It counts, or will, or has for all of its periods. */
        ACTIVE,
        REFUSED,
        /** Whoever asked does not want it any more. */
        WITHDRAWN,
        /** It was ended before its time, or another could be given as its time is over. */
        ENDED
    }

    /** Whether somebody waits for a decision. */
    public boolean isWaiting() {
        return state == State.ASKED;
    }
}
