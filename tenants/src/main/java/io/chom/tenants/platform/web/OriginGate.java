package io.chom.tenants.platform.web;

import io.chom.tenants.platform.TrustedProxies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds out where a request comes from; a second host in the request line would leave a choice, so it is refused. */
@Component
class OriginGate implements Gate {

    private final TrustedProxies proxies;

    OriginGate(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public int getOrder() {
        return Edge.ORIGIN;
    }

    @Override
    public @Nullable Mono<Void> enter(ServerWebExchange exchange) {
        Edge.origin(exchange, Edge.originOf(exchange.getRequest(), proxies));
        return null;
    }
}
