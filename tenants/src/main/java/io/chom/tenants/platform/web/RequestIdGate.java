package io.chom.tenants.platform.web;

import io.chom.tenants.platform.TrustedProxies;
import io.chom.tenants.platform.Uuids;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives each request an id, or keeps the one that a trusted proxy gave it. */
@Component
class RequestIdGate implements Gate {

    static final String HEADER = "X-Request-Id";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

    private final TrustedProxies proxies;

    RequestIdGate(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public int getOrder() {
        return Edge.REQUEST_ID;
    }

    @Override
    public @Nullable Mono<Void> enter(ServerWebExchange exchange) {
        String id = idOf(exchange.getRequest());
        Edge.requestId(exchange, id);
        exchange.getResponse().getHeaders().set(HEADER, id);
        return null;
    }

    private String idOf(ServerHttpRequest request) {
        List<String> given = request.getHeaders().getOrEmpty(HEADER);
        boolean keep = given.size() == 1 && FORM.matcher(given.getFirst()).matches() && proxies.trust(Peer.of(request));
        return keep ? given.getFirst() : Uuids.next().toString();
    }
}
