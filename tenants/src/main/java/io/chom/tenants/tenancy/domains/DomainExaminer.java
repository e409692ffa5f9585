package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.dns.DomainChecks;
import io.chom.tenants.tenancy.dns.DomainReport;
import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Asks the name servers about one domain and has the step taken that follows. For the workers. */
@Component
class DomainExaminer {

    private final DomainStandings standings;
    private final DueDomains due;
    private final DomainChecks checks;
    private final DomainSchedule schedule;
    private final DomainSteps steps;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    DomainExaminer(
            DomainStandings standings,
            DueDomains due,
            DomainChecks checks,
            DomainSchedule schedule,
            DomainSteps steps,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.standings = standings;
        this.due = due;
        this.checks = checks;
        this.schedule = schedule;
        this.steps = steps;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /**
     * Checks a domain, unless it was given by hand after the check was due; no transaction is open while the name servers are
     * asked.
     */
    Mono<Void> examine(DueDomains.Due domain) {
        var job = new Acting(domain.reseller(), domain.reseller(), Actor.job("domain checks"));
        return Mono.defer(() -> standings.find(domain.reseller(), domain.host()))
                .as(transactions::transactional)
                .filter(seen -> !seen.isGiven())
                .flatMap(seen -> checks.check(seen.host(), seen.challenge())
                        .zipWith(due.isContested(domain), (report, isContested) -> conclude(seen, report, isContested))
                        .flatMap(work -> work))
                .contextWrite(TenantContext.as(job));
    }

    private Mono<Void> conclude(DomainStanding seen, DomainReport report, boolean isContested) {
        return steps.take(
                        seen,
                        report,
                        now -> schedule.after(now, report, isContested, clock.instant()),
                        now -> now.isHeld() && !report.isKnown())
                .onErrorResume(DataIntegrityViolationException.class, taken -> hold(seen, report));
    }

    /** The host is served for somebody else, whose proof is looked at anew: only with that gone may this claim have it. */
    private Mono<Void> hold(DomainStanding seen, DomainReport report) {
        Instant moment = clock.instant();
        return steps.take(
                        seen,
                        report,
                        now -> new DomainStep(now.state(), 0, null, moment.plus(schedule.patiently())),
                        now -> true)
                .then(due.doubt(seen.host(), moment))
                .then(broadcast.send(DomainCheckups.DUE, seen.host().value()));
    }
}
