package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Mono;

/**
 * Looks for the proof of ownership. No alias is followed: it would hand the host to whoever can write where the alias
 * leads.
 */
final class OwnershipCheck {

    private final Case subject;
    private final Challenge challenge;
    private final Name name;

    OwnershipCheck(Case subject, Challenge challenge, Name name) {
        this.subject = subject;
        this.challenge = challenge;
        this.name = name;
    }

    Mono<DomainCheck> run() {
        return subject.poll(Subject.OWNERSHIP, List.of(challenge.text()), new Question(name, Type.TXT), this::judge);
    }

    private Mono<Finding> judge(NameServer server, Answer answer) {
        List<String> texts = Values.of(answer.records());
        if (!answer.aliases().isEmpty()) {
            return Mono.just(Finding.failed(Fault.TXT_IS_ALIAS, name, Values.ofNames(answer.aliases())));
        }
        if (proves(answer)) {
            return Mono.just(Finding.passed(name, List.of(challenge.text())));
        }
        return texts.isEmpty() ? absent(server, answer) : wrong(server, answer, texts);
    }

    /** Looks at all texts, however many are shown. */
    private boolean proves(Answer answer) {
        return answer.aliases().isEmpty()
                && answer.records().stream()
                        .anyMatch(one -> Values.of(List.of(one)).contains(challenge.text()));
    }

    private Mono<Finding> wrong(NameServer server, Answer answer, List<String> texts) {
        Fault fault = fault(texts);
        return subject.probe(server, Names.below(Names.PROBE, subject.host()), Type.TXT)
                .filter(probe -> fault != Fault.TXT_DAMAGED && probe.says(answer))
                .map(probe -> Finding.failed(Fault.WILDCARD_ANSWER, name, texts))
                .defaultIfEmpty(Finding.failed(fault, name, texts));
    }

    private Fault fault(List<String> texts) {
        if (texts.stream().anyMatch(challenge::isDamaged)) {
            return Fault.TXT_DAMAGED;
        }
        if (texts.size() > 1) {
            return Fault.TXT_SEVERAL;
        }
        return Challenge.isOther(texts.getFirst()) ? Fault.TXT_OUTDATED : Fault.TXT_WRONG;
    }

    private Mono<Finding> absent(NameServer server, Answer answer) {
        return seenByOthers()
                .switchIfEmpty(elsewhere(server, Fault.TXT_AT_HOST, Optional.of(subject.host())))
                .switchIfEmpty(elsewhere(
                        server,
                        Fault.DOUBLED_ZONE,
                        Names.doubled(name, subject.zone().name())))
                .switchIfEmpty(elsewhere(
                        server, Fault.TXT_AT_ZONE, Challenge.at(subject.zone().name())))
                .defaultIfEmpty(
                        Finding.failed(answer.exists() ? Fault.RECORD_MISSING : Fault.NAME_NOT_FOUND, name, List.of()));
    }

    private Mono<Finding> seenByOthers() {
        return subject.inquiry()
                .views(name, Type.TXT)
                .filter(this::proves)
                .next()
                .map(view -> Finding.failed(Fault.SPLIT_VIEW, name, List.of()));
    }

    private Mono<Finding> elsewhere(NameServer server, Fault fault, Optional<Name> place) {
        return subject.probe(server, place.filter(one -> !one.equals(name)), Type.TXT)
                .filter(this::proves)
                .map(probe -> Finding.failed(fault, name, List.of(Values.of(place.orElse(name)))));
    }
}
