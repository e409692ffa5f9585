package io.chom.portal.usage;

import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.usage.DailyUsage;
import io.chom.tenants.usage.TraySize;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the usage screen asks for. Every answer is about the acting tenant. */
interface CustomerUsage {

    /** The running period. */
    Mono<UsageOverview> overview();

    /** How the running period is likely to end; empty where too little is known. */
    Mono<UsageForecast> forecast();

    /** How much of what was sent could not be counted. */
    Mono<TraySize> uncounted();

    /** One entry for each day with usage, {@code until} excluded. */
    Mono<List<DailyUsage>> daily(MeterId meter, LocalDate from, LocalDate until);

    /** Anything, whenever usage of the acting tenant has changed, or what it may use. */
    Flux<?> changes();

    /** Whether changes are heard of, now and whenever that turns. */
    Flux<Boolean> flowing();
}
