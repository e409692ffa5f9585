package io.chom.tenants.platform.web;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Protects every answer; a handler that needs another policy for its page sets its own. */
@Component
class SecurityHeadersFilter implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return Edge.SECURITY_HEADERS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> protect(exchange)));
        return chain.filter(exchange);
    }

    private static void protect(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        unlessSet(headers, "X-Content-Type-Options", "nosniff");
        unlessSet(headers, "Referrer-Policy", "no-referrer");
        unlessSet(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        unlessSet(headers, "Cross-Origin-Opener-Policy", "same-origin");
        unlessSet(headers, "Cross-Origin-Resource-Policy", "same-origin");
        unlessSet(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        if (Edge.isSecure(exchange)) {
            unlessSet(headers, "Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static void unlessSet(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
