package io.chom.tenants.platform;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address to write to, in lower case. It never identifies anybody.
 *
 * @param value {@code somebody@example.com}, 3–254 characters
 */
public record EmailAddress(String value) {

    private static final Pattern FORM =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");

    public EmailAddress {
        if (!isForm(value)) {
            throw new IllegalArgumentException("An e-mail address looks like somebody@example.com.");
        }
    }

    /**
     * Reads what a person typed: any case, with spaces around.
     *
     * @throws IllegalArgumentException if it is no address
     */
    public static EmailAddress of(String text) {
        return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether what a person typed is an address. */
    public static boolean isValid(String text) {
        return isForm(text.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isForm(String value) {
        return value.length() <= 254
                && !value.contains("..")
                && FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
