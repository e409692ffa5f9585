package io.chom.tenants.tenancy.dns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A small internet of names on loopback: the registry of {@code example}, the zone of an agency on two servers, our own
 * zone, a stranger's, and a resolver.
 */
final class World implements AutoCloseable {

    static final String RESOLVER = "127.0.0.1";
    static final String FIRST = "127.0.0.2";
    static final String SECOND = "127.0.0.3";
    static final String REGISTRY = "127.0.0.4";
    static final String OURS = "127.0.0.5";
    static final String STRANGER = "127.0.0.6";

    final ZoneData registry = new ZoneData("example")
            .add("@ NS ns.nic", "ns.nic A " + REGISTRY)
            .add("agency NS ns1.agency", "agency NS ns2.agency", "ns1.agency A " + FIRST, "ns2.agency A " + SECOND)
            .add("portal NS ns.portal", "ns.portal A " + OURS, "cdn NS ns.cdn", "ns.cdn A " + STRANGER);
    final ZoneData agency = new ZoneData("agency.example")
            .add("@ NS ns1", "@ NS ns2", "ns1 A " + FIRST, "ns2 A " + SECOND, "www A 203.0.113.80")
            .add("hosting CNAME edge.portal.example.")
            .add("_portal-challenge.hosting TXT portal-verification=c4ll");
    final ZoneData ours = new ZoneData("portal.example")
            .add("@ NS ns", "ns A " + OURS, "edge A 198.51.100.10", "edge AAAA 2001:db8::10");
    final ZoneData stranger = new ZoneData("cdn.example")
            .add("@ NS ns", "ns A " + STRANGER, "shop A 203.0.113.7", "proxied A 192.0.2.77");

    /** What the second server of the agency holds; the same unless a script says otherwise. */
    ZoneData second = agency;

    /** Names whose chain of trust is broken, and names that the resolver fails for. */
    final Set<Name> bogus = new HashSet<>();

    final Set<Name> failing = new HashSet<>();

    /** What the resolver still remembers instead of asking. */
    final Map<Name, ZoneData> remembered = new HashMap<>();

    private final Map<String, LoopbackServer> servers = LoopbackServer.together(Map.of(
            RESOLVER,
            (query, stream) -> Optional.of(resolve(query)),
            FIRST,
            (query, stream) -> authority(query, List.of(agency)),
            SECOND,
            (query, stream) -> authority(query, List.of(second)),
            REGISTRY,
            (query, stream) -> authority(query, List.of(registry)),
            OURS,
            (query, stream) -> authority(query, List.of(ours)),
            STRANGER,
            (query, stream) -> authority(query, List.of(stranger))));

    int port() {
        return server(RESOLVER).port();
    }

    LoopbackServer server(String address) {
        return servers.get(address);
    }

    void bothDo(LoopbackServer.Script script) {
        server(FIRST).does(script);
        server(SECOND).does(script);
    }

    private Optional<byte[]> authority(Message query, List<ZoneData> zones) {
        return Optional.of(answered(query, zones).toWire());
    }

    private static Message answered(Message query, List<ZoneData> zones) {
        Message reply = reply(query);
        Record question = query.getQuestion();
        zone(zones, question.getName())
                .ifPresentOrElse(
                        zone -> zone.answer(reply, question.getName(), question.getType()),
                        () -> reply.getHeader().setRcode(Rcode.REFUSED));
        return reply;
    }

    static Message reply(Message query) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return reply;
    }

    private static Optional<ZoneData> zone(List<ZoneData> zones, Name name) {
        return zones.stream()
                .filter(zone -> name.subdomain(zone.origin))
                .max(Comparator.comparingInt(zone -> zone.origin.labels()));
    }

    /** The zones that can be reached from the registry. */
    private List<ZoneData> delegated() {
        List<ZoneData> all = new ArrayList<>(List.of(registry));
        List.of(agency, ours, stranger).stream()
                .filter(zone -> !registry.find(zone.origin, Type.NS).isEmpty())
                .forEach(all::add);
        return all;
    }

    private byte[] resolve(Message query) {
        Name name = query.getQuestion().getName();
        Message reply = reply(query);
        reply.getHeader().setFlag(Flags.RA);
        boolean validates = !query.getHeader().getFlag(Flags.CD);
        boolean rejected = validates && bogus.stream().anyMatch(name::subdomain);
        if (rejected || failing.stream().anyMatch(name::subdomain)) {
            reply.getHeader().setRcode(Rcode.SERVFAIL);
            return reply.toWire();
        }
        follow(reply, name, query.getQuestion().getType());
        reply.getHeader().unsetFlag(Flags.AA);
        return reply.toWire();
    }

    private void follow(Message reply, Name name, int type) {
        Name at = name;
        for (int steps = 0; steps < 12; steps++) {
            Message part = reply(Message.newQuery(Record.newRecord(at, type, 1)));
            ZoneData zone = remembered.getOrDefault(at, zone(delegated(), at).orElse(registry));
            zone.answer(part, at, type);
            part.getSection(Section.ANSWER).forEach(one -> reply.addRecord(one, Section.ANSWER));
            Optional<Name> end = ZoneData.alias(part.getSection(Section.ANSWER).reversed(), type)
                    .filter(next -> !next.subdomain(zone.origin));
            if (end.isEmpty()) {
                part.getSection(Section.AUTHORITY).forEach(one -> reply.addRecord(one, Section.AUTHORITY));
                reply.getHeader().setRcode(part.getRcode());
                return;
            }
            at = end.get();
        }
    }

    @Override
    public void close() {
        servers.values().forEach(LoopbackServer::close);
    }
}
