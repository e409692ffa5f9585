package io.chom.tenants.tenancy.dns;

import io.chom.tenants.platform.egress.PublicRanges;
import io.chom.tenants.tenancy.dns.Reply.Answer;
import io.chom.tenants.tenancy.dns.Reply.Trouble;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the addresses of a zone's servers, and lets none be asked that is not of the public internet: the zone says what
 * they are, and anybody can write a zone.
 */
final class ServerFinder {

    private static final int MOST_SERVERS = 4;

    private final Inquiry inquiry;

    ServerFinder(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** A zone with the servers that resolvers know for it. */
    Mono<Zone> of(Name apex) {
        return inquiry.resolve(apex, Type.NS)
                .ofType(Answer.class)
                .flatMapIterable(Answer::records)
                .ofType(NSRecord.class)
                .map(NSRecord::getTarget)
                .collectList()
                .flatMap(names -> zone(apex, names, List.of()));
    }

    /** A zone with the servers that it is delegated to; those that lie in it have the addresses that come along. */
    Mono<Zone> of(List<NSRecord> delegation, List<Record> glue) {
        Name apex = delegation.getFirst().getName();
        return zone(
                apex,
                delegation.stream().map(NSRecord::getTarget).toList(),
                glue.stream().filter(one -> one.getName().subdomain(apex)).toList());
    }

    private Mono<Zone> zone(Name apex, List<Name> names, List<Record> glue) {
        return Flux.fromStream(names.stream().sorted().distinct().limit(MOST_SERVERS))
                .flatMapSequential(name -> addresses(name, glue)
                        .zipWith(trouble(name), (all, trouble) -> server(Values.of(name), all, trouble)))
                .collectList()
                .map(found -> found.stream().reduce(new Zone(apex, List.of(), List.of()), ServerFinder::both));
    }

    private Mono<List<InetAddress>> addresses(Name name, List<Record> glue) {
        var known = glue.stream().filter(one -> one.getName().equals(name)).toList();
        return known.isEmpty() ? inquiry.addresses(name) : Mono.just(Values.addresses(known));
    }

    /** What a server without addresses comes to: only an answer proves that it has none. */
    private Mono<Fault> trouble(Name name) {
        return inquiry.resolve(name, Type.A)
                .map(reply -> reply instanceof Trouble trouble ? trouble.fault() : Fault.LAME_DELEGATION);
    }

    private Zone server(String name, List<InetAddress> addresses, Fault unaddressed) {
        List<InetAddress> open = addresses.stream()
                .filter(one -> inquiry.settings().askPrivate() || PublicRanges.isPublic(one))
                .sorted(Comparator.comparing(InetAddress::getHostAddress))
                .toList();
        List<NameServer> servers =
                asked(open).map(one -> new NameServer(name, one)).toList();
        List<Trouble> troubles = new ArrayList<>();
        if (addresses.isEmpty()) {
            troubles.add(new Trouble(unaddressed, name));
        } else if (open.isEmpty()) {
            troubles.add(
                    new Trouble(Fault.SERVER_ADDRESS_PRIVATE, new NameServer(name, addresses.getFirst()).toString()));
        }
        return new Zone(Name.root, servers, troubles);
    }

    /** One address of each family; IPv6 only where this machine has it, or the server has nothing else. */
    private static Stream<InetAddress> asked(List<InetAddress> addresses) {
        Optional<InetAddress> four =
                addresses.stream().filter(Inet4Address.class::isInstance).findFirst();
        Optional<InetAddress> six = addresses.stream()
                .filter(Predicate.not(Inet4Address.class::isInstance))
                .filter(one -> four.isEmpty() || Reach.IPV6)
                .findFirst();
        return Stream.concat(four.stream(), six.stream());
    }

    private static Zone both(Zone one, Zone other) {
        return new Zone(
                one.name(),
                Stream.concat(one.servers().stream(), other.servers().stream()).toList(),
                Stream.concat(one.troubles().stream(), other.troubles().stream())
                        .toList());
    }
}
