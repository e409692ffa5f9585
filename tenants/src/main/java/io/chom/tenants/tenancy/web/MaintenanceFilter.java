package io.chom.tenants.tenancy.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.web.Edge;
import io.chom.tenants.tenancy.Maintenance;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** While its brand is closed for maintenance, programs are told when to come again. */
@Component
class MaintenanceFilter implements WebFilter, Ordered {

    private final Maintenance maintenance;

    MaintenanceFilter(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    @Override
    public int getOrder() {
        return Edge.MAINTENANCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> maintenance
                .closedUntil(BrandOfRequest.of(exchange))
                .<Mono<Void>>map(end -> Mono.error(new Refused(Failure.Unavailable.until(
                        "maintenance",
                        "This service is under maintenance. Send the request again after it, at the time in Retry-After.",
                        end))))
                .orElseGet(() -> chain.filter(exchange)));
    }
}
