package io.chom.tenants.tenancy.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.web.Edge;
import io.chom.tenants.platform.web.Gate;
import io.chom.tenants.tenancy.Maintenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** While its brand is closed for maintenance, programs are told when to come again. */
@Component
class MaintenanceGate implements Gate {

    private final Maintenance maintenance;

    MaintenanceGate(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    @Override
    public int getOrder() {
        return Edge.MAINTENANCE;
    }

    @Override
    public @Nullable Mono<Void> enter(ServerWebExchange exchange) {
        maintenance.closedUntil(BrandOfRequest.of(exchange)).ifPresent(end -> {
            throw new Refused(Failure.Unavailable.until(
                    "maintenance",
                    "This service is under maintenance. Send the request again after it, at the time in Retry-After.",
                    end));
        });
        return null;
    }
}
