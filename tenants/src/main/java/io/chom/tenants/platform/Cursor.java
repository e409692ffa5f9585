package io.chom.tenants.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Opaque position in a list: the sort key of the last row seen.
 *
 * @param text URL-safe base64 of the key
 */
public record Cursor(String text) {

    /** The cursor after a row with this key. */
    public static Cursor after(String key) {
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The key that the cursor stands for.
     *
     * @throws Refused with {@code invalid-cursor} if the text is none of ours
     */
    public String key() {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    /** The refusal of a cursor that is none of ours. */
    public static Refused unknown() {
        return new Refused(Failure.Invalid.of(
                "invalid-cursor", "The cursor is not one that a list gave out. Start without a cursor."));
    }
}
