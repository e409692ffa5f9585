package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HouseMails;
import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainReport;
import io.chom.tenants.tenancy.dns.MailChecks;
import io.chom.tenants.tenancy.senders.MailSenderSettings.Verification;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Asks the name servers about the domain of one owner's address and has the proof given, kept or taken. */
@Component
class SenderExaminer {

    private final SenderStandings standings;
    private final MailSenders senders;
    private final HouseMails mails;
    private final MailChecks checks;
    private final SenderSchedule schedule;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    SenderExaminer(
            SenderStandings standings,
            MailSenders senders,
            HouseMails mails,
            MailChecks checks,
            SenderSchedule schedule,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.standings = standings;
        this.senders = senders;
        this.mails = mails;
        this.checks = checks;
        this.schedule = schedule;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** Checks an owner's address; no transaction is open while the name servers are asked. */
    Mono<Void> examine(TenantId owner) {
        var job = new Acting(owner, owner, Actor.job("sender checks"));
        return Mono.defer(() -> standings.find(owner))
                .as(transactions::transactional)
                .flatMap(seen -> checks.check(seen.domain(), seen.identity())
                        .flatMap(report -> conclude(job, seen, report).as(transactions::transactional)))
                .contextWrite(TenantContext.as(job));
    }

    private Mono<Void> conclude(Acting job, SenderStanding seen, DomainReport report) {
        return standings
                .hold(seen, report.at())
                .flatMap(now -> take(job, now, report))
                .then(Mono.defer(() ->
                        broadcast.send(SenderCheckups.CHECKED, seen.owner().toString())));
    }

    private Mono<Void> take(Acting job, SenderStanding now, DomainReport report) {
        var step = schedule.after(now, report, clock.instant());
        return standings.record(now, step, report).then(Mono.defer(() -> switch (step.proof()) {
            case GIVEN -> senders.verify(job, new Verification(now.domain(), report.at(), evidence(report)));
            case KEPT -> Mono.empty();
            case TAKEN -> senders.doubt(job).then(Mono.defer(() -> tell(now, report)));
        }));
    }

    private Mono<Void> tell(SenderStanding seen, DomainReport report) {
        List<String> findings = report.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .flatMap(check -> check.expected().stream())
                .toList();
        return mails.write(seen.owner(), house -> new SenderLost(seen.address(), findings, house));
    }

    private static String evidence(DomainReport report) {
        return report.checks().stream()
                .map(check -> check.subject() + " " + check.outcome() + " " + String.join(", ", check.servers()))
                .collect(Collectors.joining("\n"));
    }
}
