package io.chom.tenants.tenancy.domains;

import java.util.Locale;
import java.util.Set;

/** How far a domain is. Knows which step may follow. */
public enum DomainState {
    /** Asked for; nothing proves yet, or any more, that it is the reseller's. */
    PENDING,
    /** Ownership is proven; served, while it may not point here yet. */
    VERIFIED,
    /** Served, and points here. */
    ACTIVE,
    /** Still served, though the last checks failed. */
    FAILING,
    /** Given back; may be asked for again. */
    REMOVED;

    /** Whether requests for the host show the reseller's brand. */
    public boolean isServed() {
        return this == VERIFIED || this == ACTIVE || this == FAILING;
    }

    /** Whether this step may follow the present one; staying is no step. */
    public boolean mayBecome(DomainState next) {
        return followers().contains(next);
    }

    private Set<DomainState> followers() {
        return switch (this) {
            case PENDING -> Set.of(VERIFIED, REMOVED);
            case VERIFIED -> Set.of(ACTIVE, FAILING, PENDING, REMOVED);
            case ACTIVE -> Set.of(FAILING, PENDING, REMOVED);
            case FAILING -> Set.of(ACTIVE, PENDING, REMOVED);
            case REMOVED -> Set.of(PENDING);
        };
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
