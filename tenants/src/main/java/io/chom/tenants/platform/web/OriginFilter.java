package io.chom.tenants.platform.web;

import io.chom.tenants.platform.TrustedProxies;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds out where a request comes from; a second host in the request line would leave a choice, so it is refused. */
@Component
class OriginFilter implements WebFilter, Ordered {

    private final TrustedProxies proxies;

    OriginFilter(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public int getOrder() {
        return Edge.ORIGIN;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.fromRunnable(() -> Edge.origin(exchange, Edge.originOf(exchange.getRequest(), proxies)))
                .then(chain.filter(exchange));
    }
}
