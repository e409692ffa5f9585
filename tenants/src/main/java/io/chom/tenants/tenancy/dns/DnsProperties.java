package io.chom.tenants.tenancy.dns;

import io.chom.tenants.platform.Cidr;
import io.chom.tenants.tenancy.HostName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the hosts of resellers have to lead, and how the DNS is asked.
 *
 * @param target host of ours that aliases point to
 * @param addresses our addresses, for names that cannot be aliases; the target's if empty
 * @param authority names by which CAA records allow our certificate authorities
 * @param servers resolvers to start from, as {@code 192.0.2.1}, {@code 192.0.2.1:5353} or {@code [2001:db8::1]:53}; the
 *     machine's if empty
 * @param alsoAsk further resolvers, whose sight of the host is compared
 * @param questionTime how long a server may take to answer; it is asked twice
 * @param checkTime how long a whole check may take
 * @param proxies networks of content delivery networks and proxies
 * @param serverPort port of authoritative servers
 * @param senders host whose SPF record names the servers that send for this installation; empty if there is none
 * @param askPrivate whether authoritative servers at addresses that are not public are asked; only for a closed network
 */
@ConfigurationProperties("chom.domains")
record DnsProperties(
        @DefaultValue("localhost") String target,
        @DefaultValue List<String> addresses,
        @DefaultValue("letsencrypt.org") List<String> authority,
        @DefaultValue List<String> servers,
        @DefaultValue List<String> alsoAsk,
        @DefaultValue("2s") Duration questionTime,
        @DefaultValue("10s") Duration checkTime,
        @DefaultValue List<String> proxies,
        @DefaultValue("53") int serverPort,
        @DefaultValue("") String senders,
        @DefaultValue("false") boolean askPrivate) {

    DnsProperties {
        target = HostName.of(target).value();
        addresses.forEach(InetAddress::ofLiteral);
        proxies.forEach(Cidr::of);
        servers.forEach(DnsProperties::server);
        alsoAsk.forEach(DnsProperties::server);
    }

    List<InetAddress> ownAddresses() {
        return addresses.stream().map(InetAddress::ofLiteral).toList();
    }

    List<Cidr> proxyNetworks() {
        return proxies.stream().map(Cidr::of).toList();
    }

    /** Reads an address, with the port 53 if it names none; names are never looked up. */
    static InetSocketAddress server(String text) {
        int colon = text.lastIndexOf(':');
        boolean bare = colon < 0 || text.endsWith("]") || text.indexOf(':') < colon && !text.startsWith("[");
        String address = bare ? text : text.substring(0, colon);
        String literal = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
        return new InetSocketAddress(
                InetAddress.ofLiteral(literal), bare ? 53 : Integer.parseInt(text.substring(colon + 1)));
    }
}
