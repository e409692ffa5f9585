package io.chom.tenants.platform.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.RequestOrigin;
import io.chom.tenants.platform.TrustedProxies;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

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
        return Mono.fromRunnable(() -> Edge.origin(exchange, originOf(exchange.getRequest())))
                .then(chain.filter(exchange));
    }

    private RequestOrigin originOf(ServerHttpRequest request) {
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
}
