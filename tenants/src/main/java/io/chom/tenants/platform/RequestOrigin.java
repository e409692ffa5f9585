package io.chom.tenants.platform;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a request was before proxies passed it on. A proxy's word ({@code X-Forwarded-…}) counts only when the peer is a
 * trusted one; from anybody else those headers are as if they were not there.
 *
 * @param host the {@code Host} that the client named, as it came, with its port
 * @param secure whether the client used HTTPS
 * @param client address of the client, as far as trusted proxies tell
 * @param trusted whether the peer is a trusted proxy
 */
public record RequestOrigin(String host, boolean secure, InetAddress client, boolean trusted) {

    /**
     * Works it out.
     *
     * @param proxies whose word counts
     * @param peer the other end of the connection
     * @param secure whether the connection itself is HTTPS
     * @param headers all values of a header by its name, empty when it is missing
     * @throws Refused with {@code bad-host} or {@code bad-forwarding} if a header that counts is missing, doubled or malformed
     */
    public static RequestOrigin of(
            TrustedProxies proxies, InetAddress peer, boolean secure, Function<String, List<String>> headers) {
        String host = only(headers.apply("Host"));
        if (!proxies.trust(peer)) {
            return new RequestOrigin(host, secure, peer, false);
        }
        return new RequestOrigin(
                forwarded(headers.apply("X-Forwarded-Host"), host),
                isHttps(forwarded(headers.apply("X-Forwarded-Proto"), secure ? "https" : "http")),
                client(proxies, peer, headers.apply("X-Forwarded-For")),
                true);
    }

    private static String only(List<String> values) {
        if (values.size() != 1 || values.getFirst().isEmpty()) {
            throw refused("bad-host", "A request names exactly one host.");
        }
        return values.getFirst();
    }

    private static String forwarded(List<String> values, String otherwise) {
        if (values.size() > 1) {
            throw badForwarding();
        }
        return values.isEmpty() ? otherwise : values.getFirst();
    }

    private static boolean isHttps(String protocol) {
        return switch (protocol) {
            case "https" -> true;
            case "http" -> false;
            case String ignored -> throw badForwarding();
        };
    }

    /** The nearest address that is not a trusted proxy: what stands before it, anybody may have written. */
    private static InetAddress client(TrustedProxies proxies, InetAddress peer, List<String> values) {
        List<String> path = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList()
                .reversed();
        InetAddress nearest = peer;
        for (String hop : path) {
            nearest = address(hop);
            if (!proxies.trust(nearest)) {
                break;
            }
        }
        return nearest;
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw badForwarding();
        }
    }

    private static Refused badForwarding() {
        return refused("bad-forwarding", "The forwarding headers of the proxy are malformed.");
    }

    private static Refused refused(String code, String detail) {
        return new Refused(Failure.Invalid.of(code, detail));
    }
}
