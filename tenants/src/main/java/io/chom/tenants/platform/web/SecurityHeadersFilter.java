package io.chom.tenants.platform.web;

import org.springframework.core.Ordered;
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
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(
                        () -> Edge.protect(exchange.getResponse().getHeaders(), Edge.isSecure(exchange))));
        return chain.filter(exchange);
    }
}
