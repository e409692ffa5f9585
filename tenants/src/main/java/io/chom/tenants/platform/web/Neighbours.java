package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who reaches us without a way through the outside: a peer on this machine or in a private network whose request nobody
 * has passed on. A request of the outside has a proxy's trace, or comes from a public address.
 */
public final class Neighbours {

    private static final List<Cidr> NEAR = Stream.of(
                    "127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
            .map(Cidr::of)
            .toList();

    private static final List<String> TRACES = List.of("forwarded", "via", "x-real-ip");

    private Neighbours() {}

    /** Whether a neighbour itself asks. */
    public static boolean asks(ServerWebExchange exchange) {
        return isNear(Peer.of(exchange.getRequest()))
                && !isPassedOn(exchange.getRequest().getHeaders());
    }

    static boolean isNear(InetAddress peer) {
        return NEAR.stream().anyMatch(range -> range.contains(peer));
    }

    static boolean isPassedOn(HttpHeaders headers) {
        return headers.headerNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("x-forwarded") || TRACES.contains(name));
    }
}
