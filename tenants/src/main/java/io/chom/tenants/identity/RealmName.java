package io.chom.tenants.identity;

import io.chom.tenants.tenancy.Slug;

/**
 * Name of a realm: the users of one brand owner, apart from all others. It is the brand owner's short name.
 *
 * @param value 1–40 lower-case letters, digits and inner hyphens
 */
public record RealmName(String value) {

    /** The realm in which the identity provider keeps its own administrators; no brand owner may have it. */
    private static final String RESERVED = "master";

    public RealmName {
        if (!Slug.isValid(value) || value.equals(RESERVED)) {
            throw new IllegalArgumentException("A realm is named like a reseller, and not " + RESERVED + ".");
        }
    }

    /** The realm of the brand owner with this short name. */
    public static RealmName of(Slug slug) {
        return new RealmName(slug.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
