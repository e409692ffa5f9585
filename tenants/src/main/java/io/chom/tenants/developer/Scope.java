package io.chom.tenants.developer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may do. */
public enum Scope {
    USAGE_READ,
    USAGE_WRITE,
    KEYS_READ,
    KEYS_WRITE,
    BILLING_READ,
    BILLING_WRITE;

    /** The scope on the wire and in an actor's rights, such as {@code usage:write}. */
    public String right() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope of this name, or empty. */
    public static Optional<Scope> of(String right) {
        return Arrays.stream(values())
                .filter(scope -> scope.right().equals(right))
                .findFirst();
    }
}
