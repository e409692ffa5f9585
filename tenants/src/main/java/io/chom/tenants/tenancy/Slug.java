package io.chom.tenants.tenancy;

import java.util.regex.Pattern;

/**
 * Short name of a tenant, unique among the resellers or among the customers of one; a reseller's also names its realm.
 *
 * @param value 1–40 lower-case letters, digits and inner hyphens
 */
public record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A short name has 1–40 lower-case letters, digits and inner hyphens.");
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
