package io.chom.tenants.platform;

/**
 * What a client calls one request, so that it may send it twice and mean it once.
 *
 * @param value 1–255 printable ASCII characters
 */
public record IdempotencyKey(String value) {

    /** Longest key, in characters. */
    public static final int MOST = 255;

    public IdempotencyKey {
        if (!isValid(value)) {
            throw new Refused(Failure.Invalid.of(
                    "invalid-idempotency-key", "An idempotency key has 1 to 255 printable ASCII characters."));
        }
    }

    /** Whether the text would do. */
    public static boolean isValid(String value) {
        return !value.isEmpty() && value.length() <= MOST && value.chars().allMatch(c -> c > ' ' && c < 127);
    }

    @Override
    public String toString() {
        return value;
    }
}
