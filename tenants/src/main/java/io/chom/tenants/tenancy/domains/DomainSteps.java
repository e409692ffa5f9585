package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.tenants.tenancy.dns.DomainReport;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the step that follows from a check, with all that goes with it, or nothing of it. */
@Component
class DomainSteps {

    private final DomainStandings standings;
    private final DomainMails mails;
    private final DomainLimits limits;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    DomainSteps(
            DomainStandings standings,
            DomainMails mails,
            DomainLimits limits,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.standings = standings;
        this.mails = mails;
        this.limits = limits;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /**
     * Writes what was found and takes the step, unless the claim is not any more what was checked.
     *
     * @param step what follows from how the domain stands at the end of the check
     * @param isHeld whether the host is served for somebody else, so that this claim has to wait
     */
    Mono<Void> take(
            DomainStanding seen,
            DomainReport report,
            Function<DomainStanding, DomainStep> step,
            Predicate<DomainStanding> isHeld) {
        return standings
                .hold(seen, report.at())
                .flatMap(now -> take(now, step.apply(now), report, isHeld.test(now)))
                .as(transactions::transactional);
    }

    private Mono<Void> take(DomainStanding now, DomainStep step, DomainReport report, boolean isHeld) {
        return standings
                .record(now, step, report, isHeld)
                .then(Mono.defer(() -> mails.tell(now, step, report)))
                .then(Mono.defer(() -> tell(now, step)));
    }

    private Mono<Void> tell(DomainStanding seen, DomainStep step) {
        var reseller = seen.domain().reseller();
        var changed = step.state() == seen.state() ? Flux.<HostName>empty() : Flux.just(seen.host());
        return standings
                .certify(reseller, limits.certificatesAWeek(), clock.instant())
                .concatWith(changed)
                .distinct()
                .concatMap(host -> broadcast.send(Hosts.CHANNEL, host.value()))
                .then(broadcast.send(DomainCheckups.CHECKED, reseller.toString()));
    }
}
