package io.chom.tenants.platform;

import java.util.UUID;

/**
 * Identity of one event, by which a consumer knows it again.
 *
 * @param value a UUID of version 7
 */
public record EventId(UUID value) {

    /** A new identity. */
    public static EventId next() {
        return new EventId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
