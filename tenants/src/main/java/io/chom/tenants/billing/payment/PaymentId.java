package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/** Identity of an attempt to get paid, and with it of all questions to the provider about it. */
public record PaymentId(UUID value) {

    /** A new, time-ordered identity. */
    public static PaymentId next() {
        return new PaymentId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
