package io.chom.tenants.tenancy.domains;

import io.chom.tenants.tenancy.dns.DomainReport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a domain is checked, and what a check's finding changes. What could not be found out changes nothing: an outage of
 * somebody's name servers proves nothing and switches nothing off.
 *
 * @param eagerly between checks while somebody waits for the first proof
 * @param eagerFor how long after the claim, or after a wish for a check, somebody is taken to wait
 * @param patiently between checks after that
 * @param routinely between checks of a domain that is well
 * @param doubtfully between checks of one that was well and was not at the last check, or fails
 * @param misses so many checks in a row find it pointing elsewhere before it fails
 * @param grace how long a failing domain is still served
 * @param reminder how long before the end of the grace it is told once more; none if that is not shorter than the grace
 * @param lease how long a worker may take for a check before another one takes it up
 */
@ConfigurationProperties("chom.domains.schedule")
record DomainSchedule(
        @DefaultValue("15s") Duration eagerly,
        @DefaultValue("1h") Duration eagerFor,
        @DefaultValue("15m") Duration patiently,
        @DefaultValue("6h") Duration routinely,
        @DefaultValue("5m") Duration doubtfully,
        @DefaultValue("3") int misses,
        @DefaultValue("72h") Duration grace,
        @DefaultValue("24h") Duration reminder,
        @DefaultValue("1m") Duration lease) {

    /**
     * What follows.
     *
     * @param isContested whether somebody else has proven the host and waits for it: then a proof that is gone ends the
     *     claim at once, as the owner of the zone has decided
     */
    DomainStep after(DomainStanding seen, DomainReport report, boolean isContested, Instant now) {
        if (seen.state().isServed() && isContested && report.isKnown() && !report.isOwned()) {
            return new DomainStep(DomainState.PENDING, 0, null, now.plus(patiently));
        }
        return switch (seen.state()) {
            case PENDING, VERIFIED -> rising(seen, report, now);
            case ACTIVE, FAILING -> served(seen, report, now);
            case REMOVED -> throw new IllegalArgumentException("Nobody checks what was given back.");
        };
    }

    private DomainStep rising(DomainStanding seen, DomainReport report, Instant now) {
        if (report.isReady() && seen.state() == DomainState.VERIFIED) {
            return new DomainStep(DomainState.ACTIVE, 0, null, now.plus(routinely));
        }
        if (report.isOwned() && seen.state() == DomainState.PENDING) {
            return new DomainStep(DomainState.VERIFIED, 0, null, report.isReady() ? now : next(seen, now));
        }
        return new DomainStep(seen.state(), 0, null, next(seen, now));
    }

    private Instant next(DomainStanding seen, Instant now) {
        return now.plus(now.isBefore(seen.watchedAt().plus(eagerFor)) ? eagerly : patiently);
    }

    private DomainStep served(DomainStanding seen, DomainReport report, Instant now) {
        if (report.isRouted()) {
            return new DomainStep(DomainState.ACTIVE, 0, null, now.plus(routinely));
        }
        Instant soon = now.plus(doubtfully);
        if (!report.isKnown()) {
            return new DomainStep(seen.state(), seen.misses(), seen.failingSince(), soon);
        }
        int missed = seen.misses() + 1;
        if (seen.state() == DomainState.FAILING) {
            return failing(missed, seen.failingSince(), now);
        }
        return missed < misses
                ? new DomainStep(DomainState.ACTIVE, missed, null, soon)
                : new DomainStep(DomainState.FAILING, missed, now, soon);
    }

    private DomainStep failing(int missed, @Nullable Instant since, Instant now) {
        Instant failingSince = since == null ? now : since;
        return now.isBefore(endOf(failingSince))
                ? new DomainStep(DomainState.FAILING, missed, failingSince, now.plus(doubtfully))
                : new DomainStep(DomainState.PENDING, 0, null, now.plus(patiently));
    }

    /** Whether the time to tell once more has come between the last check and this one. */
    boolean reminds(DomainStanding seen, Instant now) {
        if (seen.failingSince() == null || seen.report() == null || reminder.compareTo(grace) >= 0) {
            return false;
        }
        Instant due = endOf(seen.failingSince()).minus(reminder);
        return seen.report().at().isBefore(due) && !now.isBefore(due);
    }

    /** When a domain that fails since then is served no longer. */
    Instant endOf(Instant failingSince) {
        return failingSince.plus(grace);
    }
}
