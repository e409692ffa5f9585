package io.chom.tenants.tenancy.web;

import io.chom.tenants.platform.web.Edge;
import io.chom.tenants.platform.web.Gate;
import io.chom.tenants.platform.web.Neighbours;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tells the proxy in front of us whether it may get a certificate for a name: 200 for a host that is served and within
 * its brand owner’s budget of new names, else 404, from memory and without a word. For anybody else this path does not exist, so that nobody learns which hosts do.
 */
@Component
class CertificateGate implements Gate {

    private static final String PATH = "/internal/tls/allowed";
    private static final String NAME = "domain";

    private final Hosts hosts;

    CertificateGate(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public int getOrder() {
        return Edge.NEIGHBOURS;
    }

    @Override
    public @Nullable Mono<Void> enter(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        boolean ours = request.getMethod().equals(HttpMethod.GET)
                && request.getPath().value().equals(PATH)
                && Neighbours.asks(exchange);
        return ours ? answer(exchange) : null;
    }

    private Mono<Void> answer(ServerWebExchange exchange) {
        boolean allowed = isAllowed(exchange.getRequest().getQueryParams().getOrDefault(NAME, List.of()));
        exchange.getResponse().setStatusCode(allowed ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        return exchange.getResponse().setComplete();
    }

    private boolean isAllowed(List<String> names) {
        return names.size() == 1
                && names.getFirst() instanceof String name
                && HostName.isValid(name)
                && hosts.mayHaveCertificate(HostName.of(name));
    }
}
