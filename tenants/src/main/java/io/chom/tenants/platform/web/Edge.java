package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.RequestOrigin;
import io.chom.tenants.platform.TrustedProxies;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.server.HttpServerRequest;

/** What the edge has found out about a request, and the order in which its gates and, after them, its filters do so. */
public final class Edge {

    /** Leads through the gates, which have an order of their own: those down to {@link #MAINTENANCE}. */
    static final int GATES = -700;
    /** Gives the request an id. First, so that every answer carries one. */
    static final int REQUEST_ID = -600;
    /** Notes what became of the request. */
    static final int LOG = -550;
    /** Counts the request, once it has become known whose it was. */
    public static final int COUNTING = -530;
    /** Puts the headers on the answer that protect it. */
    static final int SECURITY_HEADERS = -500;
    /** Refuses what is too much. */
    static final int ADMISSION = -470;
    /** Finds out where the request comes from and which host it names. */
    static final int ORIGIN = -400;
    /** Answers what only neighbours may ask, who call us by a name that is no brand's. */
    public static final int NEIGHBOURS = -350;
    /** Finds the owner of the brand that the host shows. */
    public static final int BRAND = -300;
    /** Refuses while the brand is closed. */
    public static final int MAINTENANCE = -250;
    /** Answers in time, if only that there is no answer. */
    static final int PATIENCE = -220;
    /** Refuses bodies that are too large. */
    static final int BODY_LIMIT = -200;
    /** Finds out who acts. */
    public static final int ACTING = -100;
    /** Answers a repeated request with the first answer. */
    static final int IDEMPOTENCY = 0;

    private static final String ID = Edge.class.getName() + ".requestId";
    private static final String FROM = Edge.class.getName() + ".origin";

    private static final String WHO = Edge.class.getName() + ".acting";

    private Edge() {}

    /** Who acts, once that is known; for the logs. */
    public static void acting(ServerWebExchange exchange, Acting acting) {
        exchange.getAttributes().put(WHO, acting);
    }

    /** Who acted; null when nobody did, or before it is known. */
    public static @Nullable Acting acting(ServerWebExchange exchange) {
        return exchange.getAttribute(WHO);
    }

    static String tenant(ServerWebExchange exchange) {
        Acting acting = acting(exchange);
        return acting == null ? "-" : acting.tenant().toString();
    }

    /** The id of the request, which its answer, its logs and its problems carry; {@code -} before it has one. */
    public static String requestId(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ID, "-");
    }

    static void requestId(ServerWebExchange exchange, String id) {
        exchange.getAttributes().put(ID, id);
    }

    /** Where the request comes from. */
    public static RequestOrigin origin(ServerWebExchange exchange) {
        return Objects.requireNonNull(exchange.getAttribute(FROM), "The origin is known after its gate only.");
    }

    static void origin(ServerWebExchange exchange, RequestOrigin origin) {
        exchange.getAttributes().put(FROM, origin);
    }

    /** Whether the client used HTTPS, as far as is known by now. */
    static boolean isSecure(ServerWebExchange exchange) {
        RequestOrigin origin = exchange.getAttribute(FROM);
        return origin != null && origin.secure();
    }

    /**
     * Where a request comes from.
     *
     * @throws Refused if its target or a header that counts leaves a choice, see {@link RequestOrigin#of}
     */
    public static RequestOrigin originOf(ServerHttpRequest request, TrustedProxies proxies) {
        if (!target(request).startsWith("/")) {
            throw new Refused(Failure.Invalid.of("bad-target", "A request names a path and, in Host, one host."));
        }
        boolean secure = request.getSslInfo() != null;
        return RequestOrigin.of(proxies, Peer.of(request), secure, request.getHeaders()::getOrEmpty);
    }

    /** The target as it stood in the request line; the framework's URI no longer tells. */
    private static String target(ServerHttpRequest request) {
        HttpServerRequest raw = ServerHttpRequestDecorator.getNativeRequest(request);
        return raw.uri();
    }

    /** Puts the headers on an answer that protect it, as far as it has none of its own. */
    public static void protect(HttpHeaders headers, boolean secure) {
        unlessSet(headers, "X-Content-Type-Options", "nosniff");
        unlessSet(headers, "Referrer-Policy", "no-referrer");
        unlessSet(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        unlessSet(headers, "Cross-Origin-Opener-Policy", "same-origin");
        unlessSet(headers, "Cross-Origin-Resource-Policy", "same-origin");
        unlessSet(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        if (secure) {
            unlessSet(headers, "Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static void unlessSet(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
