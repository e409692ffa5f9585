package io.chom.portal.demo;

import io.chom.portal.demo.DemoWorld.Customer;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.SubscriptionService;
import io.chom.tenants.billing.SubscriptionService.Order;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.usage.UsageIngest;
import io.chom.tenants.usage.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives a demo customer a plan and the usage of the last 90 days, over the same path as any other usage. */
final class Histories {

    private static final String CATALOGUE = "hosting";
    private static final int BATCH = 1_000;

    /** So far into its period is every demo customer when it is founded: near enough to its end to be interesting. */
    private static final Duration INTO_PERIOD = Duration.ofDays(22);

    private static final Window HISTORY = new Window(Duration.ofDays(DemoUsage.DAYS + 2), Duration.ofMinutes(5));

    private final Catalogues catalogues;
    private final SubscriptionService subscriptions;
    private final UsageIngest usage;
    private final Clock clock;

    Histories(Catalogues catalogues, SubscriptionService subscriptions, UsageIngest usage, Clock clock) {
        this.catalogues = catalogues;
        this.subscriptions = subscriptions;
        this.usage = usage;
        this.clock = clock;
    }

    /** The usage first, so that it is on the invoices of the periods that are over. Harmless when repeated: the plan stays, and events that were counted are not counted again. */
    Mono<Void> of(Customer customer, Tenant tenant) {
        return send(customer).then(subscribe(customer)).contextWrite(TenantContext.as(Houses.acting(tenant)));
    }

    private Mono<Void> subscribe(Customer customer) {
        Instant started = clock.instant().minus(INTO_PERIOD).minus(Duration.ofDays(61));
        return subscriptions
                .current()
                .map(Bought::subscription)
                .switchIfEmpty(Mono.defer(() -> subscriptions.subscribe(
                        new Order(CATALOGUE, customer.plan(), ZoneId.of(customer.zone())), started)))
                .then();
    }

    private Mono<Void> send(Customer customer) {
        Plan plan = catalogues.plan(CATALOGUE, customer.plan()).orElseThrow();
        return Flux.fromIterable(new DemoUsage(customer, plan).until(clock.instant()))
                .buffer(BATCH)
                .concatMap(batch -> usage.accept(batch, HISTORY))
                .then();
    }
}
