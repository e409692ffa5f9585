package io.chom.tenants.identity;

/**
 * With what the portal proves to a realm who asks. Never printed.
 *
 * @param value the secret
 */
public record ClientSecret(String value) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
