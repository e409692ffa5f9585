package io.chom.portal.usage;

import io.chom.portal.live.Held;
import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.usage.DailyUsage;
import io.chom.tenants.usage.TraySize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Usage whose answers a test holds back. */
final class HeldUsage implements CustomerUsage {

    final Held<UsageOverview> overviews = new Held<>();
    final Sinks.Many<String> changes = Sinks.many().multicast().directBestEffort();
    final Sinks.Many<Boolean> flowing = Sinks.many().replay().latestOrDefault(true);
    Optional<UsageForecast> forecast = Optional.empty();
    TraySize uncounted = new TraySize(0, 0);
    final List<MeterId> days = new ArrayList<>();

    @Override
    public Mono<UsageOverview> overview() {
        return overviews.ask();
    }

    @Override
    public Mono<UsageForecast> forecast() {
        return Mono.defer(() -> Mono.justOrEmpty(forecast));
    }

    @Override
    public Mono<TraySize> uncounted() {
        return Mono.fromSupplier(() -> uncounted);
    }

    @Override
    public Mono<List<DailyUsage>> daily(MeterId meter, LocalDate from, LocalDate until) {
        return Mono.fromSupplier(() -> {
            days.add(meter);
            return UsageSamples.days(meter, from, until);
        });
    }

    @Override
    public Flux<?> changes() {
        return changes.asFlux();
    }

    @Override
    public Flux<Boolean> flowing() {
        return flowing.asFlux();
    }
}
