package io.chom.portal.domains;

import io.chom.portal.parts.Status;
import io.chom.tenants.tenancy.domains.DomainStanding;
import java.util.Locale;

/** How a domain's standing is told to people. */
enum DomainWords {
    PENDING(Status.WAITING),
    HELD(Status.WARNING),
    VERIFIED(Status.WAITING),
    ACTIVE(Status.SUCCESS),
    FAILING(Status.DANGER),
    GIVEN(Status.SUCCESS);

    private final Status status;

    DomainWords(Status status) {
        this.status = status;
    }

    static DomainWords of(DomainStanding standing) {
        if (standing.isGiven()) {
            return GIVEN;
        }
        return switch (standing.state()) {
            case PENDING -> standing.isHeld() ? HELD : PENDING;
            case VERIFIED -> VERIFIED;
            case ACTIVE -> ACTIVE;
            case FAILING -> FAILING;
            case REMOVED -> throw new IllegalArgumentException("What was given back is not shown.");
        };
    }

    Status status() {
        return status;
    }

    /** The last part of its sentences' keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
