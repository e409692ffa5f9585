package io.chom.theming;

import java.util.Locale;

/** The ideas that a house may have words of its own for. Every text names them by tokens, which {@link Terms} fills. */
public enum Term {
    SITE,
    CUSTOMER,
    PLAN,
    INVOICE;

    /** How texts name one of it between brackets; several have an {@code s} behind: {@code [site]}, {@code [sites]}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
