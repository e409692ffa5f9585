package io.chom.tenants.tenancy.dns;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import java.time.Instant;
import java.util.List;

/**
 * What the DNS said of a host at one time.
 *
 * @param at when asking began: nothing in it is older
 * @param checks one for each subject, in the order of the subjects
 */
public record DomainReport(Instant at, List<DomainCheck> checks) {

    public DomainReport {
        checks = List.copyOf(checks);
    }

    /** Whether the proof of ownership is there. */
    @JsonIgnore
    public boolean isOwned() {
        return isFine(Subject.OWNERSHIP);
    }

    /** Whether the host can be served: it is owned, visitors arrive by IPv4 and IPv6, and a certificate may be had. */
    @JsonIgnore
    public boolean isReady() {
        return isOwned() && isFine(Subject.ROUTING) && isFine(Subject.IPV6) && isFine(Subject.CERTIFICATE);
    }

    /** Whether visitors arrive here, at least by IPv4. */
    @JsonIgnore
    public boolean isRouted() {
        return isFine(Subject.ROUTING);
    }

    /** Whether mail of the domain may be sent: its key is found and, where our servers send, they are permitted. */
    @JsonIgnore
    public boolean isSendable() {
        return isFine(Subject.SIGNATURE)
                && checks.stream()
                        .filter(check -> check.subject() == Subject.SENDERS)
                        .allMatch(check -> check.outcome().isFine());
    }

    /** Whether every question was answered; if not, a failure proves nothing. */
    @JsonIgnore
    public boolean isKnown() {
        return checks.stream().noneMatch(check -> check.outcome() == Outcome.UNKNOWN);
    }

    private boolean isFine(Subject subject) {
        return checks.stream()
                .anyMatch(check -> check.subject() == subject && check.outcome().isFine());
    }
}
