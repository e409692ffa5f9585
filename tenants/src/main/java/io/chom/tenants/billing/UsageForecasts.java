package io.chom.tenants.billing;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.platform.Money;
import io.chom.tenants.usage.UsageQueries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How running periods are likely to end, by the days before. */
@Service
public class UsageForecasts {

    private final SubscriptionService subscriptions;
    private final UsageOverviews overviews;
    private final UsageQueries usage;
    private final Clock clock;

    UsageForecasts(SubscriptionService subscriptions, UsageOverviews overviews, UsageQueries usage, Clock clock) {
        this.subscriptions = subscriptions;
        this.overviews = overviews;
        this.usage = usage;
        this.clock = clock;
    }

    /**
     * Of the acting tenant; needs {@code usage:read}. What is included by the day is not looked ahead at. Empty where too
     * little is known of every meter, and without a running subscription.
     */
    public Mono<UsageForecast> current() {
        Instant now = clock.instant();
        return subscriptions
                .current()
                .flatMap(bought -> overviews.of(bought, now).flatMap(overview -> of(bought, overview)));
    }

    /** The same from figures that were read already, as of when that was. */
    public Mono<UsageForecast> of(Bought bought, UsageOverview overview) {
        return Flux.fromIterable(overview.meters())
                .filter(one -> one.allowance().per() == Allowance.Per.MONTH)
                .concatMap(one -> meter(one, overview.asOf(), overview.period().end()))
                .collectList()
                .filter(meters -> !meters.isEmpty())
                .map(meters -> forecast(bought, overview, meters));
    }

    private Mono<MeterForecast> meter(MeterUsage soFar, Instant now, Instant end) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return usage.daily(soFar.meter().id(), today.minusDays(Forecast.DAYS), today)
                .flatMap(days -> Mono.justOrEmpty(new Forecast(days, today).of(soFar, now, end)));
    }

    private static UsageForecast forecast(Bought bought, UsageOverview overview, List<MeterForecast> meters) {
        return new UsageForecast(
                overview.period().until().minusDays(1),
                meters,
                bill(bought, overview, meters, MeterForecast::low),
                bill(bought, overview, meters, MeterForecast::expected),
                bill(bought, overview, meters, MeterForecast::high));
    }

    /** By the same code as every bill. */
    private static Money bill(
            Bought bought,
            UsageOverview overview,
            List<MeterForecast> meters,
            Function<MeterForecast, BigDecimal> figure) {
        var ends = overview.meters().stream()
                .map(soFar -> meters.stream()
                        .filter(one -> one.soFar().equals(soFar))
                        .findFirst()
                        .map(one -> Rating.rate(overview.plan(), soFar.meter(), soFar.allowance(), figure.apply(one)))
                        .orElse(soFar))
                .toList();
        return Rating.estimate(bought, overview.period(), ends)
                .taxed(overview.estimate().rule(), overview.period())
                .total();
    }
}
