package io.chom.portal.domains;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.LiveSite;
import io.chom.tenants.tenancy.dns.RequiredRecords;
import io.chom.tenants.tenancy.domains.DomainStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows.
 *
 * @param domains those of the reseller, by host
 * @param offer the host that somebody is about to add
 * @param refusal why the last wish was refused
 */
record DomainsPage(List<Entry> domains, Optional<Offer> offer, Optional<Failure> refusal) {

    DomainsPage {
        domains = List.copyOf(domains);
    }

    /**
     * One domain.
     *
     * @param records what has to be created; null where nothing has to
     * @param switchedOffAt when it is served no longer unless it leads here again; null unless it fails
     */
    record Entry(
            DomainStanding standing,
            @Nullable RequiredRecords records,
            @Nullable Instant switchedOffAt) {}

    /**
     * What adding a host would mean.
     *
     * @param site what it serves today
     */
    record Offer(HostName host, Optional<LiveSite> site) {}
}
