package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks whether the SPF record of a domain (RFC 7208) leads to our servers, itself or by what it includes. */
final class SpfCheck {

    /** Look-ups that recipients do (section 4.6.4). */
    private static final int MOST = 10;

    private final MailCase subject;
    private final Name senders;

    SpfCheck(MailCase subject, Name senders) {
        this.subject = subject;
        this.senders = senders;
    }

    Mono<DomainCheck> run() {
        return subject.poll(Subject.SENDERS, Spf.include(senders), subject.domain(), (server, answer) -> judge(answer));
    }

    private Mono<Finding> judge(Answer answer) {
        List<String> records = Spf.records(answer);
        List<String> seen = Values.shown(records);
        if (records.size() != 1) {
            return Mono.just(
                    Finding.failed(records.isEmpty() ? Fault.SPF_MISSING : Fault.SPF_SEVERAL, subject.domain(), seen));
        }
        return walk(records.getFirst(), new Walk(false, 0)).map(walk -> {
            if (walk.found() && walk.lookUps() <= MOST) {
                return Finding.passed(subject.domain(), seen);
            }
            Fault fault = walk.lookUps() > MOST ? Fault.SPF_TOO_DEEP : Fault.SPF_WITHOUT_US;
            return Finding.failed(fault, subject.domain(), seen);
        });
    }

    /**
     * How far a recipient has come.
     *
     * @param found whether our servers were reached
     * @param lookUps what was asked for so far
     */
    private record Walk(boolean found, int lookUps) {

        boolean isOver() {
            return found || lookUps > MOST;
        }
    }

    /** The terms one after the other, each with what it leads to, until our servers are reached. */
    private Mono<Walk> walk(String record, Walk before) {
        return Flux.fromIterable(Spf.terms(record))
                .filter(Spf.Term::isLookUp)
                .reduce(
                        Mono.just(before),
                        (so, term) -> so.flatMap(walk -> walk.isOver() ? Mono.just(walk) : step(term, walk)))
                .flatMap(walk -> walk);
    }

    private Mono<Walk> step(Spf.Term term, Walk before) {
        var after = new Walk(false, before.lookUps() + 1);
        Optional<Name> next = term.next();
        if (next.isEmpty()) {
            return Mono.just(after);
        }
        if (next.get().equals(senders) && term.permits()) {
            return Mono.just(new Walk(true, after.lookUps()));
        }
        return subject.inquiry()
                .resolve(next.get(), Type.TXT)
                .ofType(Answer.class)
                .flatMap(answer -> Spf.records(answer).stream()
                        .findFirst()
                        .map(record -> walk(record, after))
                        .orElseGet(Mono::empty))
                .defaultIfEmpty(after);
    }
}
