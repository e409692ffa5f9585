package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.tenancy.HouseMails;
import io.chom.tenants.tenancy.dns.DomainCheck;
import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainReport;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes to those who look after a house before one of its domains is switched off, and when it was. */
@Component
class DomainMails {

    private final HouseMails mails;
    private final DomainSchedule schedule;

    DomainMails(HouseMails mails, DomainSchedule schedule) {
        this.mails = mails;
        this.schedule = schedule;
    }

    /** Queues what the step calls for, in the transaction of the step. */
    Mono<Void> tell(DomainStanding seen, DomainStep step, DomainReport report) {
        boolean begins = step.state() == DomainState.FAILING && seen.state() != DomainState.FAILING;
        boolean ends = step.state() == DomainState.PENDING && seen.state().isServed();
        return begins || ends || isReminder(seen, step, report)
                ? mails.write(seen.domain().reseller(), house -> mail(seen, step, report, house))
                : Mono.empty();
    }

    private boolean isReminder(DomainStanding seen, DomainStep step, DomainReport report) {
        return seen.state() == DomainState.FAILING
                && step.state() == DomainState.FAILING
                && schedule.reminds(seen, report.at());
    }

    private Mail mail(DomainStanding seen, DomainStep step, DomainReport report, String house) {
        var since = step.failingSince();
        return since == null
                ? new DomainSwitchedOff(seen.host(), findings(report), report.at(), house)
                : new DomainFailing(
                        seen.host(), findings(report), schedule.endOf(since), house, isReminder(seen, step, report));
    }

    /** What stands in the DNS means the same in every language. */
    private static List<String> findings(DomainReport report) {
        return report.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(DomainMails::finding)
                .toList();
    }

    private static String finding(DomainCheck check) {
        var seen = check.seen().isEmpty() ? "–" : String.join(", ", check.seen());
        return String.join(", ", check.expected()) + " ≠ " + seen;
    }
}
