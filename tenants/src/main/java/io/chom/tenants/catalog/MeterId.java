package io.chom.tenants.catalog;

import java.util.regex.Pattern;

/**
 * Name of a meter, such as {@code bandwidth_gb}.
 *
 * @param value 1–40 lower-case letters, digits and underscores, starting with a letter
 */
public record MeterId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public MeterId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A meter is named with lower-case letters, digits and underscores.");
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= 40 && FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
