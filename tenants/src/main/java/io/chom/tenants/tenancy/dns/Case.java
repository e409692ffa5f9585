package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Name;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One host in its zone, and what it is compared with.
 *
 * @param inquiry asks
 * @param zone where the host's records stand
 * @param host the host
 * @param own the addresses that visitors of ours arrive at
 */
record Case(Inquiry inquiry, Zone zone, Name host, Set<InetAddress> own) {

    /** Judges the answer of one server. */
    interface Judge {
        Mono<Finding> judge(NameServer server, Answer answer);
    }

    /** Whether the host is its zone's apex, where no alias can stand. */
    boolean isApex() {
        return host.equals(zone.name());
    }

    boolean isOwn(Collection<InetAddress> addresses) {
        return !addresses.isEmpty() && own.containsAll(addresses);
    }

    /** What follows where our own addresses cannot be learnt: nothing. */
    Finding incomparable() {
        Reply.Trouble trouble = new Reply.Trouble(Fault.SERVER_SILENT, Values.of(inquiry.target()));
        return Finding.unknown(trouble, host);
    }

    boolean isProxied(Collection<InetAddress> addresses) {
        return inquiry.settings().proxyNetworks().stream()
                .anyMatch(network -> addresses.stream().anyMatch(network::contains));
    }

    /** Whether an answer leads visitors here. */
    boolean isRouted(Answer answer) {
        return answer.aliases().contains(inquiry.target()) || isOwn(Values.addresses(answer.records()));
    }

    /** What a server answers for another name of the zone; empty if it has no answer. */
    Mono<Answer> probe(NameServer server, Optional<Name> name, int type) {
        return Mono.justOrEmpty(name)
                .filter(one -> one.subdomain(zone.name()))
                .flatMap(one -> inquiry.authority(zone, server, one, type))
                .ofType(Answer.class);
    }

    /** Asks every server the same and puts together what their answers come to. */
    Mono<DomainCheck> poll(Subject subject, List<String> expected, Question question, Judge judge) {
        return Flux.fromIterable(zone.servers())
                .flatMapSequential(server -> inquiry.authority(zone, server, question.name(), question.type())
                        .flatMap(reply -> switch (reply) {
                            case Reply.Trouble trouble -> Mono.just(Votes.of(trouble));
                            case Answer answer -> judge.judge(server, answer).map(finding -> Votes.of(server, finding));
                        }))
                .reduce(Votes.of(zone.troubles()), Votes::and)
                .map(votes -> votes.count(subject, expected, question.name()));
    }
}
