package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.mail.Mails;
import io.chom.tenants.tenancy.TenantService;
import io.chom.tenants.tenancy.dns.DomainCheck;
import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainReport;
import io.chom.tenants.tenancy.domains.Caretakers;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes to those who look after a house when it cannot send from its own address any more. */
@Component
class SenderMails {

    private final Mails mails;
    private final Caretakers caretakers;
    private final TenantService tenants;

    SenderMails(Mails mails, Caretakers caretakers, TenantService tenants) {
        this.mails = mails;
        this.caretakers = caretakers;
        this.tenants = tenants;
    }

    /** Queues a mail to each, in the transaction in which the proof is taken. */
    Mono<Void> tell(SenderStanding seen, DomainReport report) {
        return tenants.find(seen.owner())
                .map(tenant -> new SenderLost(seen.address(), findings(report), tenant.name()))
                .flatMapMany(mail -> caretakers
                        .of(seen.owner())
                        .collectList()
                        .flatMapIterable(all -> all)
                        .concatMap(address -> mails.send(mail, address)))
                .then();
    }

    private static List<String> findings(DomainReport report) {
        return report.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(DomainCheck::expected)
                .flatMap(List::stream)
                .toList();
    }
}
