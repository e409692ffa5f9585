package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import reactor.core.publisher.Mono;

/** Looks whether visitors arrive here: by an alias to our host, or by our addresses where no alias can stand. */
final class RoutingCheck {

    private final Case subject;
    private final Name host;
    private final AliasTrail trail;

    RoutingCheck(Case subject) {
        this.subject = subject;
        this.host = subject.host();
        this.trail = new AliasTrail(subject);
    }

    Mono<DomainCheck> run(List<String> expected) {
        return subject.poll(Subject.ROUTING, expected, new Question(host, Type.A), this::judge);
    }

    private Mono<Finding> judge(NameServer server, Answer answer) {
        return found(server, answer).flatMap(finding -> switch (finding.outcome()) {
            case PASSED -> stillCached(finding);
            case FAILED -> isAbsent(finding) ? split(finding) : Mono.just(finding);
            case WARNED, UNKNOWN -> Mono.just(finding);
        });
    }

    private Mono<Finding> found(NameServer server, Answer answer) {
        if (!answer.aliases().isEmpty()) {
            return subject.isApex()
                    ? Mono.just(Finding.failed(Fault.APEX_ALIAS, host, Values.ofNames(answer.aliases())))
                    : trail.follow(answer).flatMap(finding -> orWildcard(server, answer, finding));
        }
        return answer.records().isEmpty()
                ? absent(server, answer)
                : orWildcard(server, answer, addresses(Values.addresses(answer.records()), answer.records()));
    }

    private Finding addresses(List<InetAddress> addresses, List<Record> records) {
        List<String> seen = Values.of(records);
        if (subject.own().isEmpty()) {
            return subject.incomparable();
        }
        if (subject.isOwn(addresses)) {
            return subject.isApex()
                    ? Finding.passed(host, seen)
                    : Finding.warned(Fault.ADDRESS_INSTEAD_OF_ALIAS, host, seen);
        }
        if (addresses.stream().anyMatch(subject.own()::contains)) {
            return Finding.failed(Fault.ADDRESSES_MIXED, host, seen);
        }
        if (subject.isProxied(addresses)) {
            return Finding.failed(Fault.PROXY_IN_FRONT, host, seen);
        }
        return Finding.failed(subject.isApex() ? Fault.ADDRESS_WRONG : Fault.ADDRESS_INSTEAD_OF_ALIAS, host, seen);
    }

    /** What every name of the zone answers was not written for this one. */
    private Mono<Finding> orWildcard(NameServer server, Answer answer, Finding finding) {
        boolean possible = !subject.isApex()
                && (finding.fault() == Fault.ADDRESS_INSTEAD_OF_ALIAS || finding.fault() == Fault.ALIAS_WRONG)
                && !finding.outcome().isFine();
        return Mono.just(possible)
                .filter(Boolean::booleanValue)
                .flatMap(ignored -> subject.probe(server, Names.below(Names.PROBE, Names.parent(host)), Type.A))
                .filter(probe -> probe.says(answer))
                .map(probe -> Finding.failed(Fault.WILDCARD_ANSWER, host, finding.seen()))
                .defaultIfEmpty(finding);
    }

    /** There is no IPv4 address; our IPv6 ones alone would do. */
    private Mono<Finding> absent(NameServer server, Answer answer) {
        return subject.probe(server, Optional.of(host), Type.AAAA)
                .filter(other -> subject.isOwn(Values.addresses(other.records())))
                .map(other -> Finding.passed(host, Values.of(other.records())))
                .switchIfEmpty(subject.probe(
                                server, Names.doubled(host, subject.zone().name()), Type.A)
                        .filter(doubled -> !subject.isApex() && !doubled.isEmpty())
                        .map(doubled -> Finding.failed(
                                Fault.DOUBLED_ZONE,
                                host,
                                Stream.concat(
                                                Stream.of(host),
                                                Stream.of(subject.zone().name()))
                                        .map(Values::of)
                                        .reduce((one, other) -> one + "." + other)
                                        .stream()
                                        .toList())))
                .defaultIfEmpty(
                        Finding.failed(answer.exists() ? Fault.RECORD_MISSING : Fault.NAME_NOT_FOUND, host, List.of()));
    }

    /** Whether ours is not there at all, so that it means something if others see it. */
    private static boolean isAbsent(Finding finding) {
        return switch (finding.fault()) {
            case NAME_NOT_FOUND, RECORD_MISSING, ADDRESS_WRONG, ADDRESS_INSTEAD_OF_ALIAS, ALIAS_WRONG -> true;
            case null, default -> false;
        };
    }

    private Mono<Finding> split(Finding finding) {
        return subject.inquiry()
                .views(host, Type.A)
                .filter(subject::isRouted)
                .next()
                .map(view -> Finding.failed(Fault.SPLIT_VIEW, host, finding.seen()))
                .defaultIfEmpty(finding);
    }

    private Mono<Finding> stillCached(Finding finding) {
        return subject.inquiry()
                .views(host, Type.A)
                .filter(view -> !subject.isRouted(view) && !isLike(view, finding))
                .next()
                .map(view -> Finding.warned(Fault.STILL_CACHED, host, Former.seen(view))
                        .with("seconds", Long.toString(Former.seconds(view))))
                .defaultIfEmpty(finding);
    }

    /** An alias that we reach by a way that the resolver has cut short. */
    private static boolean isLike(Answer view, Finding finding) {
        return !view.aliases().isEmpty() && finding.seen().containsAll(Values.ofNames(view.aliases()));
    }
}
