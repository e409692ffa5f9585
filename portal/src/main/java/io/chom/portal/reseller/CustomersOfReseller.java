package io.chom.portal.reseller;

import io.chom.tenants.reseller.ResellerDashboard;
import io.chom.tenants.reseller.ResellerDashboards;
import io.chom.tenants.usage.UsageChanges;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the services of the acting reseller. */
@Component
final class CustomersOfReseller implements CustomerFigures {

    /** The usage of many customers changes all the time, and each refresh reads all of them. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private final ResellerDashboards dashboards;
    private final UsageChanges changes;

    CustomersOfReseller(ResellerDashboards dashboards, UsageChanges changes) {
        this.dashboards = dashboards;
        this.changes = changes;
    }

    @Override
    public Mono<ResellerDashboard> current() {
        return dashboards.current();
    }

    @Override
    public Flux<?> changes() {
        return changes.changes().sample(PACE);
    }

    @Override
    public Flux<Boolean> flowing() {
        return changes.flowing();
    }
}
