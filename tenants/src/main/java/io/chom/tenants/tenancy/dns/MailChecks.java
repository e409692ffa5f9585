package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says which DNS records a domain needs for mail to be sent in its name, and compares them with what its own name servers
 * answer. Nothing here knows whose domain it is, so nothing is asked of the caller's rights.
 */
@Component
public final class MailChecks {

    private final ZoneChecks zones;

    MailChecks(ZoneChecks zones) {
        this.zones = zones;
    }

    /**
     * The records that a domain needs. An SPF record that is there already is shown with what it lacks, as a domain can
     * have one only.
     *
     * @return fails with {@link IllegalArgumentException} for a domain of more than 180 characters
     */
    public Mono<RequiredRecords> records(HostName domain, SendingIdentity identity) {
        return Mono.defer(() -> {
            Inquiry inquiry = zones.inquiry();
            Name name = Names.of(domain.value());
            return Mono.zip(zones.located(inquiry, name), zones.inTime(presentSpf(inquiry, name), Optional.empty()))
                    .map(both -> new MailRecordPlan(name, ZoneChecks.zone(both.getT1(), name), identity)
                            .records(domain, senders(identity), both.getT2(), !(both.getT1() instanceof Located.In)));
        });
    }

    /** Asks all that mail of a domain needs. What nobody answers in time is unknown; it never fails because of the DNS. */
    public Mono<DomainReport> check(HostName domain, SendingIdentity identity) {
        return Mono.defer(() -> {
            Inquiry inquiry = zones.inquiry();
            Name name = Names.of(domain.value());
            Optional<Name> senders = senders(identity);
            List<Subject> subjects = Stream.of(Subject.SENDERS, Subject.SIGNATURE, Subject.POLICY)
                    .filter(subject -> subject != Subject.SENDERS || senders.isPresent())
                    .toList();
            return zones.report(
                    zones.located(inquiry, name),
                    subjects,
                    zone -> Flux.fromIterable(subjects)
                            .flatMapSequential(subject -> zones.within(
                                    subject, check(subject, new MailCase(inquiry, zone, name), identity, senders))));
        });
    }

    private static Mono<DomainCheck> check(
            Subject subject, MailCase domain, SendingIdentity identity, Optional<Name> senders) {
        return switch (subject) {
            case SENDERS -> new SpfCheck(domain, senders.orElseThrow()).run();
            case SIGNATURE -> new DkimCheck(domain, identity).run();
            case POLICY -> new DmarcCheck(domain).run();
            case OWNERSHIP, ROUTING, IPV6, CERTIFICATE ->
                throw new IllegalArgumentException(subject + " is not about mail.");
        };
    }

    private Mono<Optional<String>> presentSpf(Inquiry inquiry, Name domain) {
        return inquiry.resolve(domain, Type.TXT)
                .ofType(Reply.Answer.class)
                .map(answer -> Spf.records(answer).stream().findFirst())
                .defaultIfEmpty(Optional.empty());
    }

    /** Where our servers are named, if they are the ones that send. */
    private Optional<Name> senders(SendingIdentity identity) {
        return Optional.of(zones.settings().senders())
                .filter(host -> identity.throughUs() && !host.isEmpty())
                .map(Names::of);
    }
}
