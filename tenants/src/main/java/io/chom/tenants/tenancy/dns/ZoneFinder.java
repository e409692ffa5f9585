package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.Reply.Answer;
import io.chom.tenants.tenancy.dns.Reply.Trouble;
import io.chom.tenants.tenancy.dns.Wire.Manner;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the zone that a host's records stand in and its name servers: from the host upwards until a resolver knows the
 * start of a zone (SOA). Where resolvers fail, the servers of the nearest zone above are asked whom they delegate to.
 */
final class ZoneFinder {

    private final Inquiry inquiry;
    private final Name host;
    private final ServerFinder servers;

    ZoneFinder(Inquiry inquiry, Name host) {
        this.inquiry = inquiry;
        this.host = host;
        this.servers = new ServerFinder(inquiry);
    }

    Mono<Located> find() {
        return Mono.zip(climb(host, null), isBroken())
                .map(both -> both.getT2() && both.getT1() instanceof Located.In
                        ? new Located.Nowhere(Fault.DNSSEC_BROKEN, Values.of(host))
                        : both.getT1());
    }

    /** A resolver that validates fails where one that does not validate has an answer. */
    private Mono<Boolean> isBroken() {
        return Mono.zip(inquiry.resolve(host, Type.SOA, Manner.RESOLVER), inquiry.resolve(host, Type.SOA))
                .map(both -> both.getT1() instanceof Trouble(Fault fault, var ignored)
                        && fault == Fault.SERVER_FAILURE
                        && both.getT2() instanceof Answer);
    }

    private Mono<Located> climb(Name name, @Nullable Trouble below) {
        return inquiry.resolve(name, Type.SOA).flatMap(reply -> switch (reply) {
            case Trouble trouble -> higher(name, below == null ? trouble : below);
            case Answer answer ->
                answer.aliases().isEmpty() && !start(answer, name).equals(Name.root)
                        ? found(start(answer, name), below)
                        : higher(name, below);
        });
    }

    private Mono<Located> higher(Name name, @Nullable Trouble below) {
        if (!Names.isTop(name)) {
            return climb(Names.parent(name), below);
        }
        return Mono.just(
                below == null
                        ? new Located.Nowhere(Fault.DOMAIN_NOT_FOUND, Values.of(Registrable.of(host)))
                        : new Located.Nowhere(below.fault(), below.server()));
    }

    /** The apex of the zone that an answer names; the root if it names none. */
    private static Name start(Answer answer, Name name) {
        return answer.records().isEmpty()
                ? answer.start().map(SOARecord::getName).orElse(Name.root)
                : name;
    }

    private Mono<Located> found(Name apex, @Nullable Trouble below) {
        Name registrable = Registrable.of(host);
        if (below != null) {
            return servers.of(apex).flatMap(zone -> delegated(zone, below));
        }
        return apex.labels() < registrable.labels()
                ? unregistered(registrable)
                : servers.of(apex).map(Located.In::new);
    }

    private Mono<Located> unregistered(Name registrable) {
        return inquiry.resolve(registrable, Type.SOA)
                .map(reply -> new Located.Nowhere(undelegated(reply), Values.of(registrable)));
    }

    /** Some servers put an alias even in the place of the zone's start. */
    private static Fault undelegated(Reply reply) {
        if (!(reply instanceof Answer answer)) {
            return Fault.DOMAIN_NOT_FOUND;
        }
        if (!answer.aliases().isEmpty()) {
            return Fault.APEX_ALIAS;
        }
        return answer.exists() ? Fault.DELEGATION_MISSING : Fault.DOMAIN_NOT_FOUND;
    }

    /** The zone below that resolvers cannot reach, as the servers above delegate it. */
    private Mono<Located> delegated(Zone above, Trouble below) {
        return Flux.fromIterable(above.servers())
                .concatMap(server -> inquiry.delegation(above, server, host, Type.NS), 1)
                .ofType(Answer.class)
                .next()
                .flatMap(answer -> Mono.justOrEmpty(deepest(answer.authority(), above.name()))
                        .flatMap(delegation -> servers.of(delegation, answer.glue())))
                .<Located>map(Located.In::new)
                .defaultIfEmpty(new Located.Nowhere(below.fault(), below.server()));
    }

    private Optional<List<NSRecord>> deepest(List<Record> authority, Name above) {
        return authority.stream()
                .filter(NSRecord.class::isInstance)
                .map(Record::getName)
                .filter(name -> host.subdomain(name) && name.subdomain(above) && !name.equals(above))
                .max(Comparator.comparingInt(Name::labels))
                .map(cut -> authority.stream()
                        .filter(one -> one.getName().equals(cut))
                        .filter(NSRecord.class::isInstance)
                        .map(NSRecord.class::cast)
                        .toList());
    }
}
