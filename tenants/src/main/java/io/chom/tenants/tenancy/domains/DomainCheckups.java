package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainChecks;
import io.chom.tenants.tenancy.dns.LiveSite;
import io.chom.tenants.tenancy.dns.RequiredRecords;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells people which records their domains need and what the name servers say, and has that looked at anew. */
@Service
public class DomainCheckups {

    /** Tells that a domain was checked; the body is its brand owner. */
    static final String CHECKED = "domain_checked";

    /** Tells the workers that a check is due at this moment; the body is the host. */
    static final String DUE = "domain_due";

    private final DomainStandings standings;
    private final DomainChecks checks;
    private final DomainSchedule schedule;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    DomainCheckups(
            DomainStandings standings,
            DomainChecks checks,
            DomainSchedule schedule,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.standings = standings;
        this.checks = checks;
        this.schedule = schedule;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** The domains of the acting brand owner and how they stand, by host. Everybody who acts for it may. */
    public Flux<DomainStanding> list() {
        return TenantContext.require()
                .flatMapMany(acting -> standings.of(acting.tenant()))
                .as(transactions::transactional);
    }

    /** The records that prove and route a claimed host. An owner or admin of the brand may; asks name servers. */
    public Mono<RequiredRecords> records(HostName host) {
        return claimed(host).flatMap(standing -> checks.records(host, standing.challenge()));
    }

    /** What the name serves today, before it is claimed. An owner or admin of the brand may; asks name servers. */
    public Mono<Optional<LiveSite>> servesToday(HostName host) {
        return DomainService.mayChange().flatMap(acting -> checks.servesToday(host));
    }

    /**
     * Has a claimed host checked at this moment instead of at its time, and often for a while. An owner or admin of the
     * brand may. The finding is told by {@link #changes}.
     */
    public Mono<Void> checkNow(HostName host) {
        return DomainService.mayChange()
                .flatMap(acting -> standings.watch(acting.tenant(), host, clock.instant()))
                .filter(isThere -> isThere)
                .switchIfEmpty(missing())
                .flatMap(isThere -> broadcast.send(DUE, host.value()))
                .as(transactions::transactional);
    }

    /** When a failing domain is served no longer unless it leads here again; empty for one that does not fail. */
    public Optional<Instant> switchedOffAt(DomainStanding standing) {
        return Optional.ofNullable(standing.failingSince()).map(schedule::endOf);
    }

    private Mono<DomainStanding> claimed(HostName host) {
        return DomainService.mayChange()
                .flatMap(acting -> standings.find(acting.tenant(), host))
                .as(transactions::transactional)
                .switchIfEmpty(missing());
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new Refused(Failure.NotFound.of("domain")));
    }

    /** Something, whenever a domain of the acting brand owner was checked, claimed or given back. */
    public Flux<?> changes() {
        return TenantContext.require().flatMapMany(acting -> broadcast.listen(CHECKED, acting.tenant()));
    }
}
