package io.chom.portal.usage;

import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageForecasts;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.billing.UsageOverviews;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.usage.DailyUsage;
import io.chom.tenants.usage.TraySize;
import io.chom.tenants.usage.UsageChanges;
import io.chom.tenants.usage.UsageQueries;
import io.chom.tenants.usage.UsageTray;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the services of the acting tenant. */
@Component
final class UsageOfTenant implements CustomerUsage {

    private final UsageOverviews overviews;
    private final UsageForecasts forecasts;
    private final UsageQueries queries;
    private final UsageTray tray;
    private final UsageChanges changes;
    private final SubscriptionService subscriptions;

    UsageOfTenant(
            UsageOverviews overviews,
            UsageForecasts forecasts,
            UsageQueries queries,
            UsageTray tray,
            UsageChanges changes,
            SubscriptionService subscriptions) {
        this.overviews = overviews;
        this.forecasts = forecasts;
        this.queries = queries;
        this.tray = tray;
        this.changes = changes;
        this.subscriptions = subscriptions;
    }

    @Override
    public Mono<UsageOverview> overview() {
        return overviews.current();
    }

    @Override
    public Mono<UsageForecast> forecast() {
        return forecasts.current();
    }

    @Override
    public Mono<TraySize> uncounted() {
        return tray.size();
    }

    @Override
    public Mono<List<DailyUsage>> daily(MeterId meter, LocalDate from, LocalDate until) {
        return queries.daily(meter, from, until);
    }

    @Override
    public Flux<?> changes() {
        return Flux.merge(changes.changes(), subscriptions.changes());
    }

    @Override
    public Flux<Boolean> flowing() {
        return changes.flowing();
    }
}
