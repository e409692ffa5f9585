package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.RequestOrigin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** What the edge has found out about a request, and the order in which its filters do so. */
public final class Edge {

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
    /** Answers in time, if only that there is no answer. */
    static final int PATIENCE = -450;
    /** Finds out where the request comes from and which host it names. */
    static final int ORIGIN = -400;
    /** Answers what only neighbours may ask, who call us by a name that is no brand's. */
    public static final int NEIGHBOURS = -350;
    /** Finds the owner of the brand that the host shows. */
    public static final int BRAND = -300;
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
        return Objects.requireNonNull(exchange.getAttribute(FROM), "The origin is known after its filter only.");
    }

    static void origin(ServerWebExchange exchange, RequestOrigin origin) {
        exchange.getAttributes().put(FROM, origin);
    }

    /** Whether the client used HTTPS, as far as is known by now. */
    static boolean isSecure(ServerWebExchange exchange) {
        RequestOrigin origin = exchange.getAttribute(FROM);
        return origin != null && origin.secure();
    }
}
