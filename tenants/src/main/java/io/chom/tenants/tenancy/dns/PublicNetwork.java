package io.chom.tenants.tenancy.dns;

import io.chom.tenants.platform.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the public internet from everything else: the IANA registries of special-purpose addresses (RFC 6890 and its
 * updates), multicast, what wraps an IPv4 address in an IPv6 one, and the host agents of clouds.
 */
final class PublicNetwork {

    private static final List<Cidr> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Cidr::of)
            .toList();

    /** All that is given out of IPv6 so far lies here, so the rest need not be listed. */
    private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");

    private PublicNetwork() {}

    static boolean contains(InetAddress address) {
        boolean possible = address.getAddress().length == 4 || GLOBAL_UNICAST.contains(address);
        return possible && SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
}
