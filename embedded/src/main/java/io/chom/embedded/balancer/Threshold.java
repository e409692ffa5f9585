package io.chom.embedded.balancer;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request passes before it is sent on. What it says about proxies before us is not believed: those headers are
 * taken away, and our own come in their place. What nobody answered is told in the words of HTTP.
 */
final class Threshold implements HttpHandler {

    private static final Set<String> CLAIMS = Set.of("forwarded", "x-real-ip", "x-client-ip", "true-client-ip");
    private static final Set<Integer> OUR_FAILURES =
            Set.of(StatusCodes.INTERNAL_SERVER_ERROR, StatusCodes.SERVICE_UNAVAILABLE, StatusCodes.GATEWAY_TIME_OUT);

    private final HttpHandler beyond;

    Threshold(HttpHandler beyond) {
        this.beyond = beyond;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String host = onlyHost(exchange);
        if (host == null || exchange.isHostIncludedInRequestURI()) {
            exchange.setStatusCode(StatusCodes.BAD_REQUEST).endExchange();
            return;
        }
        HeaderMap headers = exchange.getRequestHeaders();
        List.copyOf(headers.getHeaderNames()).stream()
                .filter(Threshold::isClaim)
                .forEach(headers::remove);
        headers.put(Headers.X_FORWARDED_HOST, host);
        exchange.addDefaultResponseListener(Threshold::apologise);
        beyond.handleRequest(exchange);
    }

    /** A second host would leave a choice to whoever stands behind us. */
    private static @Nullable String onlyHost(HttpServerExchange exchange) {
        HeaderValues hosts = exchange.getRequestHeaders().get(Headers.HOST);
        return hosts != null && hosts.size() == 1 && !hosts.getFirst().isBlank() ? hosts.getFirst() : null;
    }

    private static boolean isClaim(HttpString header) {
        String name = header.toString().toLowerCase(Locale.ROOT);
        return name.startsWith("x-forwarded-") || CLAIMS.contains(name);
    }

    /** Nobody has answered; a process is being started again, so it is worth asking again soon. */
    private static boolean apologise(HttpServerExchange exchange) {
        if (!exchange.isResponseChannelAvailable() || !OUR_FAILURES.contains(exchange.getStatusCode())) {
            return false;
        }
        exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.RETRY_AFTER, "1");
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
        headers.put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseSender().send("""
                {"type":"about:blank","title":"Service Unavailable","status":503,"code":"unavailable"}
                """);
        return true;
    }
}
