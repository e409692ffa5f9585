package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Mono;

/**
 * One domain in its zone.
 *
 * @param inquiry asks
 * @param zone where the domain's records stand
 * @param domain whose mail it is about
 */
record MailCase(Inquiry inquiry, Zone zone, Name domain) {

    /** Asks every server for the texts at a name. */
    Mono<DomainCheck> poll(Subject subject, String expected, Name name, Case.Judge judge) {
        return asCase().poll(subject, List.of(expected), new Question(name, Type.TXT), judge);
    }

    /** What a server answers for the texts at a name with the zone's appended once more; empty if it has none. */
    Mono<Answer> doubled(NameServer server, Name name) {
        Optional<Name> twice = Names.doubled(name, zone.name());
        return asCase().probe(server, twice, Type.TXT)
                .filter(answer -> !answer.records().isEmpty());
    }

    private Case asCase() {
        return new Case(inquiry, zone, domain, Set.of());
    }
}
