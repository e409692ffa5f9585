package io.chom.tenants.identity;

/**
 * The identity provider's lasting name for a person, the {@code sub} of a token. Unique within a realm only.
 *
 * @param value 1–255 printable ASCII characters without spaces
 */
public record Subject(String value) {

    public Subject {
        if (value.isEmpty() || value.length() > 255 || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("A subject has 1–255 printable characters.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
