package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.Subscription;
import io.chom.tenants.billing.discount.Discount.State;
import java.math.BigDecimal;
import java.time.Instant;

/** Discounts that count for nothing, to be written by tests of what is stored. */
final class DiscountRows {

    private DiscountRows() {}

    static Discount refused(Subscription of, DiscountId id) {
        return new Discount(
                id,
                of.customer(),
                "",
                of.id(),
                BigDecimal.TEN,
                1,
                "A test",
                Giver.OWNER,
                "somebody",
                Instant.EPOCH,
                State.REFUSED,
                null);
    }

    static DiscountStep step(Discount of) {
        return new DiscountStep(
                of.id(),
                DiscountStep.Kind.ASKED,
                "somebody",
                Giver.ADMIN,
                of.percent(),
                BigDecimal.TEN,
                "",
                Instant.EPOCH);
    }
}
