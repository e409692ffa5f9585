package io.chom.tenants.billing.discount;

import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/** Identity of a discount. */
public record DiscountId(UUID value) {

    /** A new, time-ordered identity. */
    static DiscountId next() {
        return new DiscountId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
