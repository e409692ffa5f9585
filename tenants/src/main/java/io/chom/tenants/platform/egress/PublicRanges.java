package io.chom.tenants.platform.egress;

import io.chom.tenants.platform.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public Internet from all others: the special ones of IANA's registries (RFC 6890 and what came
 * after it), those that carry another address inside, and the known doors to the inside of clouds.
 */
public final class PublicRanges {

    /** The whole of this machine. */
    private static final List<Cidr> LOOPBACK = ranges("127.0.0.0/8", "::1/128");

    private static final List<Cidr> SPECIAL = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            // Behind a provider's address translation.
            "100.64.0.0/10",
            "127.0.0.0/8",
            // Link-local, with the metadata service of most clouds.
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            // For documentation.
            "192.0.2.0/24",
            "198.51.100.0/24",
            "203.0.113.0/24",
            // Relays from IPv6, long given up.
            "192.88.99.0/24",
            "192.168.0.0/16",
            // For measurements.
            "198.18.0.0/15",
            // Multicast, reserved, broadcast.
            "224.0.0.0/3",
            // The host agent of a cloud, on an address that looks public.
            "168.63.129.16/32",
            // Protocols of IETF, among them Teredo, which carries an IPv4 address.
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            // 6to4, which carries one too.
            "2002::/16");

    /** All that is given out of IPv6 so far lies here, so the rest need not be listed. */
    private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");

    /** The Internet as everybody sees it. */
    private static final PublicRanges INTERNET = new PublicRanges(false, List.of());

    private final List<Cidr> denied;
    private final List<Cidr> allowed;

    /**
     * @param loopback whether this machine counts as public
     * @param further ranges that do not
     */
    PublicRanges(boolean loopback, List<Cidr> further) {
        this.denied = Stream.concat(SPECIAL.stream(), further.stream()).toList();
        this.allowed = loopback ? LOOPBACK : List.of();
    }

    /** Whether the address is one of the public Internet, whatever this installation allows or denies besides. */
    public static boolean isPublic(InetAddress address) {
        return INTERNET.contain(address);
    }

    boolean contain(InetAddress address) {
        boolean isGivenOut = address.getAddress().length == 4 || GLOBAL_UNICAST.contains(address);
        return isIn(allowed, address) || isGivenOut && !isIn(denied, address);
    }

    private static boolean isIn(List<Cidr> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<Cidr> ranges(String... texts) {
        return Stream.of(texts).map(Cidr::of).toList();
    }
}
