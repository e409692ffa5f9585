package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The hosts that a brand owner is served on, from the wish to the return. */
@Service
public class DomainService {

    private final Domains domains;
    private final TenantService tenants;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;

    DomainService(Domains domains, TenantService tenants, TransactionalOperator transactions, Broadcast broadcast) {
        this.domains = domains;
        this.tenants = tenants;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    /** The domains of the acting brand owner, by host. Everybody who acts for it may. */
    public Flux<Domain> list() {
        return TenantContext.require()
                .flatMapMany(acting -> domains.of(acting.tenant()))
                .as(transactions::transactional);
    }

    /**
     * Asks for a host, which is pending then. An owner or admin of the brand may. The answer is the same whether or not
     * somebody else is served on the host: only the proof of ownership decides, and it tells nobody who has it.
     */
    public Mono<Domain> add(HostName host) {
        return mayChange()
                .flatMap(acting -> domains.ask(acting, host)
                        .then(domains.find(acting.tenant(), host))
                        .as(transactions::transactional));
    }

    /** Gives a host back; it is not served from then on. An owner or admin of the brand may. */
    public Mono<Domain> remove(HostName host) {
        return mayChange().flatMap(acting -> step(acting.tenant(), host, DomainState.REMOVED));
    }

    /** Makes a served host the one that links and mails name. An owner or admin of the brand may. */
    public Mono<Domain> makePrimary(HostName host) {
        return mayChange()
                .flatMap(acting -> found(acting.tenant(), host)
                        .filter(domain -> domain.state().isServed())
                        .switchIfEmpty(Mono.error(() -> illegal("Only a host that is served can be the primary one.")))
                        .then(domains.makePrimary(acting.tenant(), host))
                        .then(tell(host))
                        .then(found(acting.tenant(), host))
                        .as(transactions::transactional));
    }

    /**
     * Takes the next step after a check of the domain. A job may, or an operator of the platform.
     *
     * @return fails with {@link Failure.NotFound} for a host that the reseller has not asked for, and with
     *     {@link Failure.Conflict} for a step that may not follow or a host that is served for another brand
     */
    public Mono<Domain> move(TenantId reseller, HostName host, DomainState next) {
        return Permission.any("operator")
                .flatMap(acting -> acting.actor().kind() == Actor.Kind.JOB
                        ? Mono.just(acting.as(reseller, reseller))
                        : tenants.acting(reseller))
                .flatMap(target -> step(reseller, host, next).contextWrite(TenantContext.as(target)));
    }

    private Mono<Domain> step(TenantId reseller, HostName host, DomainState next) {
        return found(reseller, host)
                .filter(domain -> domain.state().mayBecome(next))
                .filterWhen(domain -> domains.move(domain, next))
                .switchIfEmpty(Mono.error(() -> illegal("The domain is not in a state that allows this step.")))
                .then(tell(host))
                .then(found(reseller, host))
                .as(transactions::transactional)
                .onErrorMap(DataIntegrityViolationException.class, e -> unavailable());
    }

    private Mono<Void> tell(HostName host) {
        return Mono.defer(() -> broadcast.send(Hosts.CHANNEL, host.value()));
    }

    private Mono<Domain> found(TenantId reseller, HostName host) {
        return Mono.defer(() -> domains.find(reseller, host))
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("domain"))));
    }

    private static Mono<Acting> mayChange() {
        return Permission.any("owner", "admin").filter(Acting::isReseller).switchIfEmpty(Permission.denied());
    }

    private static Refused illegal(String detail) {
        return new Refused(new Failure.Conflict("domain.illegal-step", detail));
    }

    private static Refused unavailable() {
        return new Refused(new Failure.Conflict("domain.unavailable", "This host cannot be served at present."));
    }
}
