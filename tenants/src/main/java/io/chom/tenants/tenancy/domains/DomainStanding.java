package io.chom.tenants.tenancy.domains;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a domain stands with its checks.
 *
 * @param domain which, and how far it is
 * @param challenge what the record that proves ownership has to say; another one for every claim
 * @param watchedAt since when somebody waits for it: it was claimed then, or a check was wished for
 * @param nextCheck when it is checked next; null for a host that was given by hand and is never checked by itself
 * @param misses checks in a row that found it pointing elsewhere, ≥ 0
 * @param failingSince since when it fails; null unless it does
 * @param isHeld proven, while the host is served for another tenant
 * @param report what the last check found; null before the first
 */
public record DomainStanding(
        Domain domain,
        String challenge,
        Instant watchedAt,
        @Nullable Instant nextCheck,
        int misses,
        @Nullable Instant failingSince,
        boolean isHeld,
        @Nullable DomainReport report) {

    /** The host. */
    public HostName host() {
        return domain.host();
    }

    /** How far it is. */
    public DomainState state() {
        return domain.state();
    }

    /** Whether it was given by hand: nobody has to create a record for it. */
    public boolean isGiven() {
        return nextCheck == null && state().isServed();
    }
}
