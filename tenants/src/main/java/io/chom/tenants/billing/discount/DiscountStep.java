package io.chom.tenants.billing.discount;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What somebody did about a discount. Kept for good.
 *
 * @param discount which
 * @param kind what was done
 * @param by who, as the actor's id
 * @param role as which
 * @param percent how much it was about
 * @param ceiling what the role could give alone at that moment, in percent
 * @param words the reason, or the answer; may be empty
 * @param at when
 */
public record DiscountStep(
        DiscountId discount,
        Kind kind,
        String by,
        Giver role,
        BigDecimal percent,
        BigDecimal ceiling,
        String words,
        Instant at) {

    /** What was done. */
    public enum Kind {
        ASKED,
        /** Without anybody's approval, as it needed none. */
        GIVEN,
        APPROVED,
        REFUSED,
        WITHDRAWN,
        /** Before its time. */
        ENDED
    }
}
