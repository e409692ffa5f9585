package io.chom.tenants.billing;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/** Identity of an invoice; later ones sort after earlier ones. */
public record InvoiceId(UUID value) {

    /** A new, time-ordered identity. */
    public static InvoiceId next() {
        return new InvoiceId(Uuids.next());
    }

    /**
     * Reads it as people and programs send it.
     *
     * @throws Refused with {@code not-found} if no invoice can have this identity
     */
    public static InvoiceId of(String text) {
        try {
            return new InvoiceId(Uuids.parse(text));
        } catch (IllegalArgumentException e) {
            throw new Refused(Failure.NotFound.of("invoice"));
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
