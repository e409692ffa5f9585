package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Located.Nowhere;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Name;
import org.xbill.DNS.ResolverConfig;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says which DNS records a host needs, and compares them with what the zone's own name servers answer. Nothing here
 * knows whose host it is, so nothing is asked of the caller's rights.
 */
@Component
public final class DomainChecks {

    private final DnsProperties settings;
    private final Clock clock;
    private final List<InetSocketAddress> resolvers;

    DomainChecks(DnsProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.resolvers = settings.servers().isEmpty()
                ? List.copyOf(ResolverConfig.getCurrentConfig().servers())
                : settings.servers().stream().map(DnsProperties::server).toList();
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
            Inquiry inquiry = new Inquiry(settings, resolvers);
            Name name = Names.of(host.value());
            return Mono.zip(located(inquiry, name), own(inquiry)).map(both -> {
                boolean known = both.getT1() instanceof Located.In;
                Name zone = both.getT1() instanceof Located.In(Zone in) ? in.name() : Registrable.of(name);
                return new RecordPlan(settings, new Challenge(name, challenge), zone)
                        .records(host, both.getT2(), !known);
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
            Inquiry inquiry = new Inquiry(settings, resolvers);
            Name name = Names.of(host.value());
            Challenge proof = new Challenge(name, challenge);
            return Mono.zip(located(inquiry, name), own(inquiry))
                    .flatMapMany(both -> switch (both.getT1()) {
                        case Nowhere nowhere ->
                            Flux.fromArray(Subject.values())
                                    .map(subject ->
                                            lost(subject, nowhere.isCertain(), nowhere.fault(), nowhere.where()));
                        case Located.In(Zone zone) -> checks(new Case(inquiry, zone, name, both.getT2()), proof);
                    })
                    .collectList()
                    .map(checks -> new DomainReport(clock.instant(), checks));
        });
    }

    /** What stands at a name today and is not ours; empty if nothing does. Only resolvers are asked. */
    public Mono<Optional<LiveSite>> servesToday(HostName host) {
        return Mono.defer(() -> new SiteOfToday(new Inquiry(settings, resolvers), Names.of(host.value())).find())
                .timeout(settings.checkTime(), Mono.just(Optional.empty()));
    }

    private Flux<DomainCheck> checks(Case subject, Challenge proof) {
        List<String> expected = RecordPlan.routes(settings, subject.isApex(), subject.own());
        var routing = new RoutingCheck(subject).run(expected);
        var ipv6 = new Ipv6Check(subject).run(RecordPlan.ipv6(subject.own()));
        return Flux.mergeSequential(
                within(Subject.OWNERSHIP, new OwnershipCheck(subject, proof, proof.name()).run()),
                within(Subject.ROUTING, routing),
                within(Subject.IPV6, ipv6),
                within(Subject.CERTIFICATE, new CertificateCheck(subject).run()));
    }

    private Mono<DomainCheck> within(Subject subject, Mono<DomainCheck> check) {
        return check.timeout(half(), Mono.fromSupplier(() -> lost(subject, false, Fault.SERVER_SILENT, "")));
    }

    private Mono<Located> located(Inquiry inquiry, Name name) {
        return new ZoneFinder(inquiry, name).find().timeout(half(), Mono.just(new Nowhere(Fault.SERVER_SILENT, "")));
    }

    private Mono<Set<InetAddress>> own(Inquiry inquiry) {
        return inquiry.own().timeout(half(), Mono.just(Set.of()));
    }

    /** To find the zone, and then to ask its servers. */
    private Duration half() {
        return settings.checkTime().dividedBy(2);
    }

    private static DomainCheck lost(Subject subject, boolean certain, Fault fault, String where) {
        return new DomainCheck(
                subject,
                certain ? Outcome.FAILED : Outcome.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                new Diagnosis(fault, Map.of("name", where, "expected", "", "seen", where)));
    }
}
