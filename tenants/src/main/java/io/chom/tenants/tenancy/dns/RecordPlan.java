package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.RequiredRecord.Purpose;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/** Lays out the records that a host needs in its zone. */
record RecordPlan(DnsProperties settings, Challenge challenge, Name zone) {

    /** Short, so that a mistake is soon forgotten. */
    static final long TTL = 300;

    RequiredRecords records(HostName host, Set<InetAddress> own, boolean guessed) {
        Name proof = challenge.name();
        boolean apex = challenge.host().equals(zone);
        var ownership = Stream.of(record(Purpose.OWNERSHIP, RecordType.TXT, proof, challenge.text(), true));
        var routing = apex
                ? sorted(own)
                        .map(one -> record(Purpose.ROUTING, type(one), challenge.host(), one.getHostAddress(), true))
                : Stream.of(record(Purpose.ROUTING, RecordType.CNAME, challenge.host(), settings.target(), true));
        // An alias stands alone (RFC 1034, section 3.6.2), so what an authority may do stands at the zone's apex.
        var certificate = CertificateCheck.expected(settings).stream()
                .map(text -> record(Purpose.CERTIFICATE, RecordType.CAA, zone, text, false));
        return new RequiredRecords(
                host,
                Values.of(zone),
                Stream.of(ownership, routing, certificate).flatMap(one -> one).toList(),
                guessed);
    }

    private RequiredRecord record(Purpose purpose, RecordType type, Name name, String value, boolean required) {
        String relative = name.equals(zone) ? "@" : Values.of(name.relativize(zone));
        return new RequiredRecord(purpose, type, Values.of(name), relative, value, required, TTL);
    }

    /** What may stand at the host for visitors to arrive here. */
    static List<String> routes(DnsProperties settings, boolean apex, Collection<InetAddress> own) {
        return apex
                ? sorted(own)
                        .filter(Inet4Address.class::isInstance)
                        .map(InetAddress::getHostAddress)
                        .toList()
                : List.of(settings.target());
    }

    /** Our IPv6 addresses. */
    static List<String> ipv6(Collection<InetAddress> own) {
        return sorted(own)
                .filter(one -> type(one) == RecordType.AAAA)
                .map(InetAddress::getHostAddress)
                .toList();
    }

    private static Stream<InetAddress> sorted(Collection<InetAddress> addresses) {
        return addresses.stream()
                .sorted(Comparator.comparing((InetAddress one) -> type(one))
                        .thenComparing(InetAddress::getHostAddress));
    }

    private static RecordType type(InetAddress address) {
        return address instanceof Inet4Address ? RecordType.A : RecordType.AAAA;
    }
}
