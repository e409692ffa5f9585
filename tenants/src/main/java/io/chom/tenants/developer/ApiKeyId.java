package io.chom.tenants.developer;

import io.chom.tenants.platform.Uuids;
import java.util.UUID;

/**
 * Identity of a key; no secret.
 *
 * @param value a time-ordered UUID
 */
public record ApiKeyId(UUID value) {

    /** A new identity. */
    public static ApiKeyId next() {
        return new ApiKeyId(Uuids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its 36-character form
     */
    public static ApiKeyId of(String text) {
        return new ApiKeyId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
