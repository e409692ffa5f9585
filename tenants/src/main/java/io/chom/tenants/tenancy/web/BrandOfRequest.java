package io.chom.tenants.tenancy.web;

import io.chom.tenants.platform.web.Edge;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.HostName;
import java.util.Objects;
import org.springframework.web.server.ServerWebExchange;

/** Whose brand the host of a request shows. */
public final class BrandOfRequest {

    private static final String OWNER = BrandOfRequest.class.getName();

    private BrandOfRequest() {}

    /** The owner; every request that reaches a handler has one. */
    public static BrandOwner of(ServerWebExchange exchange) {
        return Objects.requireNonNull(exchange.getAttribute(OWNER), "The brand is known after its gate only.");
    }

    static void set(ServerWebExchange exchange, BrandOwner owner) {
        exchange.getAttributes().put(OWNER, owner);
    }

    /** The host that the client asked for: one that is served. */
    public static HostName host(ServerWebExchange exchange) {
        return HostName.ofHeader(Edge.origin(exchange).host()).orElseThrow();
    }
}
