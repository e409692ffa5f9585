package io.chom.tenants.tenancy.senders;

import io.chom.tenants.tenancy.dns.DomainReport;
import io.chom.tenants.tenancy.senders.SenderStep.Proof;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the domain of a brand owner's address is checked, and what the finding changes. What could not be found out changes
 * nothing.
 *
 * @param eagerly between checks while somebody waits for the first proof
 * @param eagerFor how long after the address was given, or after a wish for a check, somebody is taken to wait
 * @param patiently between checks after that
 * @param routinely between checks of a domain that is well
 * @param doubtfully between checks of one that was well and was not at the last check
 * @param misses so many checks in a row do not find the proof before mails go out from another address again
 * @param lease how long a worker may take for a check before another one takes it up
 */
@ConfigurationProperties("chom.senders.schedule")
record SenderSchedule(
        @DefaultValue("30s") Duration eagerly,
        @DefaultValue("1h") Duration eagerFor,
        @DefaultValue("1h") Duration patiently,
        @DefaultValue("1d") Duration routinely,
        @DefaultValue("1h") Duration doubtfully,
        @DefaultValue("3") int misses,
        @DefaultValue("1m") Duration lease) {

    /** What follows. */
    SenderStep after(SenderStanding seen, DomainReport report, Instant now) {
        if (report.isSendable()) {
            return new SenderStep(Proof.GIVEN, 0, now.plus(routinely));
        }
        if (!seen.isProved()) {
            boolean isAwaited = now.isBefore(seen.watchedAt().plus(eagerFor));
            return new SenderStep(Proof.KEPT, 0, now.plus(isAwaited ? eagerly : patiently));
        }
        int missed = report.isKnown() ? seen.misses() + 1 : seen.misses();
        return new SenderStep(missed < misses ? Proof.KEPT : Proof.TAKEN, missed, now.plus(doubtfully));
    }
}
