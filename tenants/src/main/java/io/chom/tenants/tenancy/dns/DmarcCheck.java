package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Mono;

/**
 * Looks whether a domain, or the registrable one above it, has a DMARC policy (RFC 7489, section 6.6.3). Mail arrives
 * without one too, but large providers trust it less.
 */
final class DmarcCheck {

    /** The policy that changes nothing yet. */
    static final String MILDEST = "v=DMARC1; p=none";

    private final MailCase subject;
    private final Name name;

    DmarcCheck(MailCase subject) {
        this.subject = subject;
        this.name = place(subject.domain());
    }

    static Name place(Name domain) {
        return Names.below("_dmarc", domain)
                .orElseThrow(() -> new IllegalArgumentException("The domain is too long for a name below it."));
    }

    Mono<DomainCheck> run() {
        return subject.poll(Subject.POLICY, MILDEST, name, (server, answer) -> judge(answer));
    }

    private Mono<Finding> judge(Answer answer) {
        List<String> policies = policies(answer);
        return switch (policies.size()) {
            case 0 -> inherited();
            case 1 -> Mono.just(Finding.passed(name, Values.shown(policies)));
            default -> Mono.just(Finding.warned(Fault.DMARC_SEVERAL, name, Values.shown(policies)));
        };
    }

    private Mono<Finding> inherited() {
        Name above = place(Registrable.of(subject.domain()));
        return subject.inquiry()
                .resolve(above, Type.TXT)
                .ofType(Answer.class)
                .map(DmarcCheck::policies)
                .filter(policies -> policies.size() == 1 && !above.equals(name))
                .map(policies -> Finding.passed(above, Values.shown(policies)))
                .defaultIfEmpty(Finding.warned(Fault.DMARC_MISSING, name, List.of()));
    }

    private static List<String> policies(Answer answer) {
        return Values.texts(answer.records()).stream()
                .filter(text -> text.matches("v=DMARC1\\s*(;.*)?"))
                .toList();
    }
}
