package io.chom.portal.domains;

import io.chom.portal.dns.KnownRecords;
import io.chom.portal.domains.DomainsPage.Entry;
import io.chom.portal.domains.DomainsPage.Offer;
import io.chom.portal.live.Work;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.RequiredRecords;
import io.chom.tenants.tenancy.domains.DomainCheckups;
import io.chom.tenants.tenancy.domains.DomainService;
import io.chom.tenants.tenancy.domains.DomainStanding;
import io.chom.tenants.tenancy.domains.DomainState;
import io.chom.tenants.tenancy.senders.SenderCheckups;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a person wants done with the domains, and what there is then. */
final class DomainsWork extends Work<DomainsPage> {

    private static final int AT_ONCE = 4;

    private final DomainService domains;
    private final DomainCheckups checkups;
    private final SenderCheckups senders;
    private final KnownRecords records = new KnownRecords();

    private volatile Optional<Offer> offer = Optional.empty();

    DomainsWork(DomainService domains, DomainCheckups checkups, SenderCheckups senders) {
        this.domains = domains;
        this.checkups = checkups;
        this.senders = senders;
    }

    /** Looks what a host serves today, and offers to add it. */
    void look(HostName host) {
        wish(() -> checkups.servesToday(host).doOnNext(site -> offer = Optional.of(new Offer(host, site))));
    }

    /** Adds what was offered. */
    void add(HostName host) {
        wish(() -> domains.add(host).doFinally(end -> offer = Optional.empty()));
    }

    /** Adds nothing. */
    void leave() {
        wish(() -> Mono.fromRunnable(() -> offer = Optional.empty()));
    }

    void check(HostName host) {
        wish(() -> checkups.checkNow(host));
    }

    void makePrimary(HostName host) {
        wish(() -> domains.makePrimary(host));
    }

    void remove(HostName host) {
        wish(() -> domains.remove(host));
    }

    @Override
    protected Mono<DomainsPage> found() {
        return checkups.list()
                .flatMapSequential(this::entry, AT_ONCE)
                .collectList()
                .map(entries -> new DomainsPage(entries, offer, refusal()));
    }

    private Mono<Entry> entry(DomainStanding standing) {
        var end = checkups.switchedOffAt(standing).orElse(null);
        return standing.isGiven() || standing.state() == DomainState.ACTIVE
                ? Mono.just(new Entry(standing, null, end))
                : records(standing)
                        .flatMap(needed -> ofMail().map(needed::and).defaultIfEmpty(needed))
                        .map(needed -> new Entry(standing, needed, end));
    }

    private Mono<RequiredRecords> records(DomainStanding standing) {
        return records.of(standing.challenge(), () -> checkups.records(standing.host()));
    }

    /** What an own address for mails still needs, so that all records of a zone are created at once. */
    private Mono<RequiredRecords> ofMail() {
        return senders.standing()
                .filter(own -> !own.isProved())
                .flatMap(own -> records.of(List.of(own.address(), own.identity()), senders::records));
    }

    @Override
    public Flux<?> changes() {
        return checkups.changes();
    }
}
