package io.chom.tenants.developer.web;

import io.chom.tenants.developer.KeyRing;
import io.chom.tenants.developer.calls.CallLimits;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.web.Edge;
import io.chom.tenants.tenancy.web.BrandOfRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds out who acts, and whether they may go on calling today. Everything below {@code /api} needs a key, but for what
 * describes it; nothing else does.
 */
@Component
class KeyFilter implements WebFilter, Ordered {

    private static final String SCHEME = "Bearer ";

    private final KeyRing keys;
    private final CallLimits limits;

    KeyFilter(KeyRing keys, CallLimits limits) {
        this.keys = keys;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return Edge.ACTING;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isOpen(exchange.getRequest().getPath().value())
                ? chain.filter(exchange)
                : acting(exchange).flatMap(acting -> counted(acting, exchange, chain));
    }

    /** A call within the limit of its day; most are counted at once, without waiting for anything. */
    private Mono<Void> counted(Acting acting, ServerWebExchange exchange, WebFilterChain chain) {
        Edge.acting(exchange, acting);
        Mono<Void> call = chain.filter(exchange).contextWrite(TenantContext.as(acting));
        return limits.takeAtOnce(acting) ? call : limits.take(acting).then(call);
    }

    private static boolean isOpen(String path) {
        return path.equals("/api/v1/openapi.json")
                || path.equals("/api/v1/docs")
                // Signed by Stripe instead.
                || path.equals("/api/v1/stripe/events")
                || path.startsWith("/brand/")
                || path.startsWith("/ui/");
    }

    private Mono<Acting> acting(ServerWebExchange exchange) {
        return keys.acting(
                keyOf(exchange),
                BrandOfRequest.of(exchange).reseller(),
                Edge.origin(exchange).client());
    }

    private static String keyOf(ServerWebExchange exchange) {
        List<String> given = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (given.size() != 1 || !given.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw KeyRing.wrong();
        }
        return given.getFirst().substring(SCHEME.length());
    }
}
