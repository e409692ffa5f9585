package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainReport;
import io.chom.tenants.tenancy.dns.SendingIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a brand owner's own address stands with its checks.
 *
 * @param owner whose it is
 * @param address which
 * @param identity who sends, and with which key
 * @param isProved whether mails go out from it
 * @param watchedAt since when somebody waits for it
 * @param nextCheck when it is checked next
 * @param misses checks in a row that did not find a proof that was there, ≥ 0
 * @param report what the last check found; null before the first
 */
public record SenderStanding(
        TenantId owner,
        EmailAddress address,
        SendingIdentity identity,
        boolean isProved,
        Instant watchedAt,
        Instant nextCheck,
        int misses,
        @Nullable DomainReport report) {

    /** The domain of the address. */
    public HostName domain() {
        return HostName.of(MailSenderSettings.domain(address));
    }
}
