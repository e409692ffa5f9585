package io.chom.tenants.platform;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * The proxies whose word on the original request counts: addresses and ranges in {@code chom.trusted-proxies}, none by
 * default.
 *
 * @param ranges where they are
 */
public record TrustedProxies(List<Cidr> ranges) {

    public TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads addresses and ranges.
     *
     * @throws IllegalArgumentException if one is neither
     */
    public static TrustedProxies of(String... ranges) {
        return new TrustedProxies(
                Arrays.stream(ranges).map(String::strip).map(Cidr::of).toList());
    }

    /** Whether the peer with this address is one of them. */
    public boolean trust(InetAddress peer) {
        return ranges.stream().anyMatch(range -> range.contains(peer));
    }
}
