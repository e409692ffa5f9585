package io.chom.tenants.usage;

/**
 * The sender's own name for an event, by which a repeat is recognised. Unique per tenant.
 *
 * @param value 1–128 printable characters
 */
public record UsageEventId(String value) {

    public UsageEventId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An event id has 1 to 128 printable characters.");
        }
    }

    public static boolean isValid(String value) {
        return !value.isBlank() && Texts.isPrintable(value, 128);
    }

    @Override
    public String toString() {
        return value;
    }
}
