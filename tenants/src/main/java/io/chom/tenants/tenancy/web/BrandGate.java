package io.chom.tenants.tenancy.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.web.Edge;
import io.chom.tenants.platform.web.Gate;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds the owner of the brand that the host shows, from memory; a host of nobody's gets an answer that names nobody. */
@Component
class BrandGate implements Gate {

    private final Hosts hosts;

    BrandGate(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public int getOrder() {
        return Edge.BRAND;
    }

    @Override
    public @Nullable Mono<Void> enter(ServerWebExchange exchange) {
        BrandOfRequest.set(exchange, ownerOf(exchange));
        return null;
    }

    private BrandOwner ownerOf(ServerWebExchange exchange) {
        HostName host = HostName.ofHeader(Edge.origin(exchange).host())
                .orElseThrow(() ->
                        new Refused(Failure.Invalid.of("bad-host", "The host of the request is not a host name.")));
        return hosts.ownerOf(host)
                .orElseThrow(
                        () -> new Refused(new Failure.NotFound("unknown-host", "Nothing is served at this address.")));
    }
}
