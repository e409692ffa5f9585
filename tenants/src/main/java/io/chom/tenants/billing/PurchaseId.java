package io.chom.tenants.billing;

import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/** Identity of a purchase. */
public record PurchaseId(UUID value) {

    /** A new, time-ordered identity. */
    public static PurchaseId next() {
        return new PurchaseId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
