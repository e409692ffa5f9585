package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/** Identity of money that goes back, and with it of all questions to the provider about it. */
public record RefundId(UUID value) {

    /** A new, time-ordered identity. */
    public static RefundId next() {
        return new RefundId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
