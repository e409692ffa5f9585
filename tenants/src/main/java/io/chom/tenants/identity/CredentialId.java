package io.chom.tenants.identity;

import java.util.UUID;

/**
 * The identity provider's name for a credential.
 *
 * @param value unique within a realm
 */
public record CredentialId(UUID value) {

    /** @throws IllegalArgumentException if this is none */
    public static CredentialId of(String text) {
        return new CredentialId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
