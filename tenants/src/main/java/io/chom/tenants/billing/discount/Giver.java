package io.chom.tenants.billing.discount;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who gives discounts, from who may give least to who may give most. */
public enum Giver {
    /** An administrator of whoever sells. */
    ADMIN,
    /** An owner of whoever sells. */
    OWNER,
    /** An operator of the platform. */
    OPERATOR;

    /** As it stands in an actor's rights, in the configuration and in the database. */
    public String right() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Giver of(String right) {
        return valueOf(right.toUpperCase(Locale.ROOT));
    }

    /** The highest that somebody is; only people are, and only at home where something is sold. */
    static Optional<Giver> of(Acting acting) {
        return acting.actor().kind() == Actor.Kind.PERSON && acting.isReseller()
                ? Stream.of(values())
                        .filter(one -> acting.actor().may(one.right()))
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
