package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Mono;

/**
 * Looks whether our certificate authority may issue (RFC 8659): the CAA records of the host count, or else those of the
 * nearest parent that has some. {@code issuewild} is about wildcard certificates only, which we ask for none of.
 */
final class CertificateCheck {

    private static final int CRITICAL = 128;
    private static final Set<String> KNOWN =
            Set.of("issue", "issuewild", "iodef", "issuemail", "issuevmc", "contactemail", "contactphone");

    private final Case subject;

    CertificateCheck(Case subject) {
        this.subject = subject;
    }

    /** What the record would say that lets each of the authorities issue. */
    static List<String> expected(DnsProperties settings) {
        return settings.authority().stream().map("0 issue \"%s\""::formatted).toList();
    }

    Mono<DomainCheck> run() {
        return subject.poll(
                Subject.CERTIFICATE,
                expected(subject.inquiry().settings()),
                new Question(subject.host(), Type.CAA),
                (server, answer) -> judge(server, subject.host(), answer));
    }

    private Mono<Finding> judge(NameServer server, Name name, Answer answer) {
        if (!answer.records().isEmpty()) {
            return Mono.just(judge(name, answer));
        }
        return answer.aliases().isEmpty()
                ? higher(server, name)
                : subject.inquiry()
                        .resolve(answer.aliases().getLast(), Type.CAA)
                        .ofType(Answer.class)
                        .filter(other -> !other.records().isEmpty())
                        .map(other -> judge(answer.aliases().getLast(), other))
                        .switchIfEmpty(higher(server, name));
    }

    private Mono<Finding> higher(NameServer server, Name name) {
        if (Names.isTop(name)) {
            return Mono.just(Finding.passed(subject.host(), List.of()));
        }
        Name parent = Names.parent(name);
        Mono<Reply> reply = parent.subdomain(subject.zone().name())
                ? subject.inquiry().authority(subject.zone(), server, parent, Type.CAA)
                : subject.inquiry().resolve(parent, Type.CAA);
        return reply.flatMap(said -> switch (said) {
            case Reply.Trouble trouble -> Mono.just(Finding.unknown(trouble, parent));
            case Answer answer -> judge(server, parent, answer);
        });
    }

    private Finding judge(Name name, Answer answer) {
        List<String> seen = Values.of(answer.records());
        List<CAARecord> records = answer.records().stream()
                .filter(CAARecord.class::isInstance)
                .map(CAARecord.class::cast)
                .toList();
        if (allows(records)) {
            return Finding.passed(name, seen);
        }
        return Finding.failed(name.equals(subject.host()) ? Fault.CAA_FORBIDS : Fault.CAA_INHERITED, name, seen);
    }

    private boolean allows(List<CAARecord> records) {
        List<String> issuers = records.stream()
                .filter(one -> one.getTag().equalsIgnoreCase("issue"))
                .map(one -> one.getValue().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean understood = records.stream()
                .noneMatch(one -> (one.getFlags() & CRITICAL) != 0
                        && !KNOWN.contains(one.getTag().toLowerCase(Locale.ROOT)));
        return understood
                && (issuers.isEmpty()
                        || issuers.stream()
                                .anyMatch(subject.inquiry().settings().authority()::contains));
    }
}
