package io.chom.tenants.catalog;

import java.util.Locale;

/** How long the base price of a plan is paid for at once. What is used beyond it is billed by the month under both. */
public enum Term {
    /** A month, billed when it is over. */
    MONTH,
    /** Twelve months, paid in advance when they begin. */
    YEAR;

    /** As it is stored and sent. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is none */
    public static Term of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
