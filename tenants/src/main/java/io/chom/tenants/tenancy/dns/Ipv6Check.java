package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.net.InetAddress;
import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Mono;

/** Looks whether IPv6 addresses lead elsewhere; most visitors would take them first (RFC 8305). */
final class Ipv6Check {

    private final Case subject;
    private final Name host;

    Ipv6Check(Case subject) {
        this.subject = subject;
        this.host = subject.host();
    }

    Mono<DomainCheck> run(List<String> expected) {
        return subject.poll(
                Subject.IPV6, expected, new Question(host, Type.AAAA), (server, answer) -> Mono.just(judge(answer)));
    }

    /** An alias leads both families to the same place, which the routing tells of. */
    private Finding judge(Answer answer) {
        List<InetAddress> addresses = Values.addresses(answer.records());
        List<String> seen = Values.of(answer.records());
        if (!answer.aliases().isEmpty() || addresses.isEmpty() || subject.isOwn(addresses)) {
            return Finding.passed(host, seen);
        }
        if (subject.own().isEmpty()) {
            return subject.incomparable();
        }
        return Finding.failed(subject.isProxied(addresses) ? Fault.PROXY_IN_FRONT : Fault.IPV6_LEFTOVER, host, seen);
    }
}
