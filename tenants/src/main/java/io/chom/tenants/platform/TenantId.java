package io.chom.tenants.platform;

import java.util.UUID;

/**
 * Identity of a tenant: the platform, a reseller or a customer. The only form in which a tenant travels through
 * signatures.
 *
 * @param value a UUID, time-ordered (version 7) when made here
 */
public record TenantId(UUID value) implements Comparable<TenantId> {

    /** A new, time-ordered identity. */
    public static TenantId next() {
        return new TenantId(Uuids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its 36-character form
     */
    public static TenantId of(String text) {
        return new TenantId(Uuids.parse(text));
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
