package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Mono;

/** Follows the aliases of a host, first as far as its own servers know them, then step by step by the resolver. */
final class AliasTrail {

    private final Case subject;

    AliasTrail(Case subject) {
        this.subject = subject;
    }

    Mono<Finding> follow(Answer answer) {
        Name first = answer.aliases().getFirst();
        boolean doubled = Names.doubled(
                        subject.inquiry().target(), subject.zone().name())
                .filter(first::equals)
                .isPresent();
        return doubled ? Mono.just(failed(Fault.DOUBLED_ZONE, answer.aliases())) : walk(answer.aliases());
    }

    private Mono<Finding> walk(List<Name> trail) {
        if (trail.contains(subject.inquiry().target())) {
            return Mono.just(Finding.passed(subject.host(), Values.ofNames(trail)));
        }
        if (isCircle(trail) || trail.size() > Reply.MOST_ALIASES) {
            return Mono.just(failed(Fault.ALIAS_LOOP, trail));
        }
        return subject.inquiry().resolve(trail.getLast(), Type.CNAME).flatMap(reply -> switch (reply) {
            case Reply.Trouble trouble -> end(trail);
            case Answer answer -> answer.records().isEmpty() ? end(trail) : walk(longer(trail, answer));
        });
    }

    private boolean isCircle(List<Name> trail) {
        return trail.contains(subject.host()) || new HashSet<>(trail).size() < trail.size();
    }

    private static List<Name> longer(List<Name> trail, Answer answer) {
        List<Name> longer = new ArrayList<>(trail);
        longer.add(((CNAMERecord) answer.records().getFirst()).getTarget());
        return List.copyOf(longer);
    }

    /** Only an answer proves that there are no addresses. */
    private Mono<Finding> end(List<Name> trail) {
        return subject.inquiry().resolve(trail.getLast(), Type.A).flatMap(reply -> switch (reply) {
            case Reply.Trouble trouble -> Mono.just(Finding.unknown(trouble, trail.getLast()));
            case Answer answer -> subject.inquiry().addresses(trail.getLast()).map(addresses -> end(trail, addresses));
        });
    }

    private Finding end(List<Name> trail, List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            return failed(Fault.ALIAS_DANGLING, trail);
        }
        if (subject.isOwn(addresses)) {
            return Finding.passed(subject.host(), Values.ofNames(trail));
        }
        return failed(subject.isProxied(addresses) ? Fault.PROXY_IN_FRONT : Fault.ALIAS_WRONG, trail);
    }

    private Finding failed(Fault fault, List<Name> trail) {
        return Finding.failed(fault, subject.host(), Values.ofNames(trail));
    }
}
