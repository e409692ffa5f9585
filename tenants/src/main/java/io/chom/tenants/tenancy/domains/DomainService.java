package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The hosts that a brand owner is served on, from the wish to the return. */
@Service
public class DomainService {

    private final ClaimableNames names;
    private final Domains domains;
    private final DomainStandings standings;
    private final TenantService tenants;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final DomainLimits limits;
    private final Clock clock;

    DomainService(
            ClaimableNames names,
            Domains domains,
            DomainStandings standings,
            TenantService tenants,
            TransactionalOperator transactions,
            Broadcast broadcast,
            DomainLimits limits,
            Clock clock) {
        this.names = names;
        this.domains = domains;
        this.standings = standings;
        this.limits = limits;
        this.clock = clock;
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
     *
     * @return fails with {@link Failure.Invalid} {@code domain.not-claimable…} for a name that can be nobody's (a job may
     *     give it), and {@link Failure.Conflict} {@code domain.too-many} when too many wait for their proof already
     */
    public Mono<Domain> add(HostName host) {
        return mayChange()
                .flatMap(acting -> claimable(acting, host)
                        .then(room(acting))
                        .then(domains.ask(acting, host, clock.instant()))
                        .then(tell(acting.tenant()))
                        .then(Mono.defer(() -> broadcast.send(DomainCheckups.DUE, host.value())))
                        .then(domains.find(acting.tenant(), host))
                        .as(transactions::transactional));
    }

    private Mono<Void> claimable(Acting acting, HostName host) {
        return acting.actor().kind() == Actor.Kind.JOB
                ? Mono.empty()
                : Mono.justOrEmpty(names.refuse(host))
                        .flatMap(reason -> Mono.error(new Refused(Failure.Invalid.of(code(reason), sentence(reason)))));
    }

    private static String code(ClaimableNames.Reason reason) {
        return "domain.not-claimable." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String sentence(ClaimableNames.Reason reason) {
        return switch (reason) {
            case SINGLE_LABEL -> "A domain has at least two parts, such as portal.your-company.com.";
            case TOO_LONG -> "The name is too long. A record for the proof of ownership needs room below it.";
            case SPECIAL_USE ->
                "This name means something only in a network of its own and cannot be reached from elsewhere.";
            case RESERVED -> "This name is reserved. Use a domain of your own.";
            case PUBLIC_SUFFIX -> "Everybody can register names below this one, so it is nobody’s. Use one below it.";
        };
    }

    private Mono<Void> room(Acting acting) {
        return domains.unproven(acting.tenant())
                .filter(waiting -> waiting < limits.unproven())
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "domain.too-many", "Too many domains wait for their proof. Remove one that you do not need."))))
                .then();
    }

    /**
     * Gives a host back; it is not served from then on. An owner or admin of the brand may.
     *
     * @return fails with {@link Failure.Conflict} {@code domain.last} for the only one that is served: nobody could come in
     *     any more, not even to add another
     */
    public Mono<Domain> remove(HostName host) {
        return mayChange()
                .flatMap(acting -> wayIn(acting, host).then(step(acting.tenant(), host, DomainState.REMOVED)));
    }

    private Mono<Void> wayIn(Acting acting, HostName host) {
        return domains.of(acting.tenant())
                .filter(domain -> domain.state().isServed())
                .map(Domain::host)
                .collectList()
                .as(transactions::transactional)
                .filter(served -> !served.equals(List.of(host)))
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "domain.last", "This is the only address that works. Add another one before you remove it."))))
                .then();
    }

    /** Makes a served host the one that links and mails name. An owner or admin of the brand may. */
    public Mono<Domain> makePrimary(HostName host) {
        return mayChange()
                .flatMap(acting -> found(acting.tenant(), host)
                        .filter(domain -> domain.state().isServed())
                        .switchIfEmpty(Mono.error(() -> illegal("Only a host that is served can be the primary one.")))
                        .then(domains.makePrimary(acting.tenant(), host))
                        .then(tell(host))
                        .then(tell(acting.tenant()))
                        .then(found(acting.tenant(), host))
                        .as(transactions::transactional));
    }

    /**
     * Takes the next step of a domain by hand, whatever its records say; nobody checks it from then on. A job may, or an
     * operator of the platform.
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
                .thenMany(Flux.defer(() -> standings.certify(reseller, limits.certificatesAWeek(), clock.instant())))
                .concatMap(this::tell)
                .then(tell(host))
                .then(tell(reseller))
                .then(found(reseller, host))
                .as(transactions::transactional)
                .onErrorMap(DataIntegrityViolationException.class, e -> unavailable());
    }

    private Mono<Void> tell(HostName host) {
        return Mono.defer(() -> broadcast.send(Hosts.CHANNEL, host.value()));
    }

    private Mono<Void> tell(TenantId reseller) {
        return Mono.defer(() -> broadcast.send(DomainCheckups.CHECKED, reseller.toString()));
    }

    private Mono<Domain> found(TenantId reseller, HostName host) {
        return Mono.defer(() -> domains.find(reseller, host))
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("domain"))));
    }

    static Mono<Acting> mayChange() {
        return Permission.any("owner", "admin").filter(Acting::isReseller).switchIfEmpty(Permission.denied());
    }

    private static Refused illegal(String detail) {
        return new Refused(new Failure.Conflict("domain.illegal-step", detail));
    }

    private static Refused unavailable() {
        return new Refused(new Failure.Conflict("domain.unavailable", "This host cannot be served at present."));
    }
}
