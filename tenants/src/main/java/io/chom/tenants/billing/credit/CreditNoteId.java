package io.chom.tenants.billing.credit;

import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/** Identity of a credit note, made by whoever wants it, so that wanting it twice is wanting it once. */
public record CreditNoteId(UUID value) {

    /** A new, time-ordered identity. */
    public static CreditNoteId next() {
        return new CreditNoteId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
