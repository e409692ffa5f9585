package io.chom.tenants.billing;

import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/** Identity of a subscription. */
public record SubscriptionId(UUID value) {

    /** A new, time-ordered identity. */
    public static SubscriptionId next() {
        return new SubscriptionId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
