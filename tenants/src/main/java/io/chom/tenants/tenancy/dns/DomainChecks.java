package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Name;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says which DNS records a host needs, and compares them with what the zone's own name servers answer. Nothing here
 * knows whose host it is, so nothing is asked of the caller's rights.
 */
@Component
public final class DomainChecks {

    private static final List<Subject> SUBJECTS =
            List.of(Subject.OWNERSHIP, Subject.ROUTING, Subject.IPV6, Subject.CERTIFICATE);

    private final ZoneChecks zones;

    DomainChecks(ZoneChecks zones) {
        this.zones = zones;
    }

    /**
     * The records that a host needs, with names relative to its zone. Where the DNS cannot tell the zone, the
     * registrable domain is taken for it, and the answer says that it is guessed.
     *
     * @param challenge what was drawn for this claim: up to 200 letters, digits and hyphens
     * @return fails with {@link IllegalArgumentException} for a host of more than 235 characters
     */
    public Mono<RequiredRecords> records(HostName host, String challenge) {
        return Mono.defer(() -> {
            Inquiry inquiry = zones.inquiry();
            Name name = Names.of(host.value());
            return Mono.zip(zones.located(inquiry, name), own(inquiry)).map(both -> {
                Name zone = ZoneChecks.zone(both.getT1(), name);
                return new RecordPlan(zones.settings(), new Challenge(name, challenge), zone)
                        .records(host, both.getT2(), !(both.getT1() instanceof Located.In));
            });
        });
    }

    /**
     * Asks all that a host needs. What nobody answers in time is unknown; it never fails because of the DNS.
     *
     * @param challenge what was drawn for this claim
     * @return fails with {@link IllegalArgumentException} for a host of more than 235 characters
     */
    public Mono<DomainReport> check(HostName host, String challenge) {
        return Mono.defer(() -> {
            Inquiry inquiry = zones.inquiry();
            Name name = Names.of(host.value());
            Challenge proof = new Challenge(name, challenge);
            Mono<Set<InetAddress>> own = own(inquiry).cache();
            var located = Mono.zip(zones.located(inquiry, name), own, (place, ours) -> place);
            return zones.report(
                    located,
                    SUBJECTS,
                    zone -> own.flatMapMany(ours -> checks(new Case(inquiry, zone, name, ours), proof)));
        });
    }

    /** What stands at a name today and is not ours; empty if nothing does. Only resolvers are asked. */
    public Mono<Optional<LiveSite>> servesToday(HostName host) {
        return Mono.defer(() -> new SiteOfToday(zones.inquiry(), Names.of(host.value())).find())
                .timeout(zones.settings().checkTime(), Mono.just(Optional.empty()));
    }

    private Flux<DomainCheck> checks(Case subject, Challenge proof) {
        List<String> expected = RecordPlan.routes(zones.settings(), subject.isApex(), subject.own());
        var routing = new RoutingCheck(subject).run(expected);
        var ipv6 = new Ipv6Check(subject).run(RecordPlan.ipv6(subject.own()));
        return Flux.mergeSequential(
                zones.within(Subject.OWNERSHIP, new OwnershipCheck(subject, proof, proof.name()).run()),
                zones.within(Subject.ROUTING, routing),
                zones.within(Subject.IPV6, ipv6),
                zones.within(Subject.CERTIFICATE, new CertificateCheck(subject).run()));
    }

    private Mono<Set<InetAddress>> own(Inquiry inquiry) {
        return zones.inTime(inquiry.own(), Set.of());
    }
}
