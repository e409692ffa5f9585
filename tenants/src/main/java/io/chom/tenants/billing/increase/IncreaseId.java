package io.chom.tenants.billing.increase;

import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/** Identity of a request for more. */
public record IncreaseId(UUID value) {

    /** A new, time-ordered identity. */
    static IncreaseId next() {
        return new IncreaseId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
