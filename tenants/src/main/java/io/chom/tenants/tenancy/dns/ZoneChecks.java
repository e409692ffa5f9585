package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import io.chom.tenants.tenancy.dns.DomainCheck.Subject;
import io.chom.tenants.tenancy.dns.Located.Nowhere;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Name;
import org.xbill.DNS.ResolverConfig;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the zone of a name and has its servers asked; half of the time is for the one, half for the other. */
@Component
final class ZoneChecks {

    private final DnsProperties settings;
    private final Clock clock;
    private final List<InetSocketAddress> resolvers;

    ZoneChecks(DnsProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.resolvers = settings.servers().isEmpty()
                ? List.copyOf(ResolverConfig.getCurrentConfig().servers())
                : settings.servers().stream().map(DnsProperties::server).toList();
    }

    /** Questions that belong together. */
    Inquiry inquiry() {
        return new Inquiry(settings, resolvers);
    }

    DnsProperties settings() {
        return settings;
    }

    /** The zone that the records of a name stand in. */
    Mono<Located> located(Inquiry inquiry, Name name) {
        return new ZoneFinder(inquiry, name).find().timeout(half(), Mono.just(new Nowhere(Fault.SERVER_SILENT, "")));
    }

    /** A part of the answer, or nothing of it in time. */
    <T> Mono<T> inTime(Mono<T> part, T none) {
        return part.timeout(half(), Mono.just(none));
    }

    /**
     * What there is to say of a name.
     *
     * @param located where its records stand
     * @param subjects the things that are checked, which are lost together where there is no zone
     * @param checks asks the servers of the zone
     */
    Mono<DomainReport> report(Mono<Located> located, List<Subject> subjects, Function<Zone, Flux<DomainCheck>> checks) {
        return Mono.fromSupplier(clock::instant)
                .flatMap(asked -> located.flatMapMany(place -> switch (place) {
                            case Nowhere nowhere ->
                                Flux.fromIterable(subjects)
                                        .map(subject ->
                                                lost(subject, nowhere.isCertain(), nowhere.fault(), nowhere.where()));
                            case Located.In(Zone zone) -> checks.apply(zone);
                        })
                        .collectList()
                        .map(found -> new DomainReport(asked, found)));
    }

    /** A check; unknown if it is not done in time. */
    Mono<DomainCheck> within(Subject subject, Mono<DomainCheck> check) {
        return check.timeout(half(), Mono.fromSupplier(() -> lost(subject, false, Fault.SERVER_SILENT, "")));
    }

    /** The zone that was found, or the registrable domain in its place. */
    static Name zone(Located located, Name name) {
        return located instanceof Located.In(Zone in) ? in.name() : Registrable.of(name);
    }

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
