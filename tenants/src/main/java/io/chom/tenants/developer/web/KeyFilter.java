package io.chom.tenants.developer.web;

import io.chom.tenants.developer.KeyRing;
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

/** Finds out who acts. Everything below {@code /api} needs a key, but for what describes it; nothing else does. */
@Component
class KeyFilter implements WebFilter, Ordered {

    private static final String SCHEME = "Bearer ";

    private final KeyRing keys;

    KeyFilter(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public int getOrder() {
        return Edge.ACTING;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isOpen(exchange.getRequest().getPath().value())
                ? chain.filter(exchange)
                : acting(exchange)
                        .doOnNext(acting -> Edge.tenant(exchange, acting.tenant()))
                        .flatMap(acting -> chain.filter(exchange).contextWrite(TenantContext.as(acting)));
    }

    private static boolean isOpen(String path) {
        return path.equals("/api/v1/openapi.json")
                || path.equals("/api/v1/docs")
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
