package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.Span;
import io.chom.tenants.usage.Totals;
import io.chom.tenants.usage.UsageQueries;
import io.chom.tenants.usage.UsageRights;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What the running periods come to. */
@Service
public final class UsageOverviews {

    private final Subscriptions subscriptions;
    private final UsageQueries usage;
    private final Catalogues catalogues;
    private final TransactionalOperator transactions;
    private final Clock clock;

    UsageOverviews(
            Subscriptions subscriptions,
            UsageQueries usage,
            Catalogues catalogues,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.usage = usage;
        this.catalogues = catalogues;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Of the acting tenant; needs {@code usage:read}. Refused with {@code not-found} without a running subscription. */
    public Mono<UsageOverview> current() {
        Instant now = clock.instant();
        return UsageRights.reader()
                .flatMap(acting -> subscriptions.running(acting.tenant()))
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("subscription"))))
                .flatMap(running -> usage.totals(span(running, now)).map(totals -> overview(running, totals, now)))
                .as(transactions::transactional);
    }

    /** Of every customer of the acting reseller that has a running subscription, in two queries; needs {@code usage:read}. */
    public Mono<Map<TenantId, CustomerOverview>> ofCustomers() {
        Instant now = clock.instant();
        return UsageRights.reader()
                .flatMap(acting ->
                        subscriptions.runningOfCustomers(acting.tenant()).collectList())
                .flatMap(running -> usage.totals(spans(running, now)).map(totals -> overviews(running, totals, now)))
                .as(transactions::transactional);
    }

    /**
     * Of every customer of every reseller, in two queries of somebody who may read across them; needs {@code operator}.
     *
     * @param platform the client of the cross-tenant transaction under way, which is where the look is recorded
     */
    public Mono<Map<TenantId, CustomerOverview>> ofEverybody(DatabaseClient platform) {
        Instant now = clock.instant();
        return Permission.any("operator")
                .flatMap(acting -> Subscriptions.running(platform).collectList())
                .flatMap(running ->
                        usage.totals(platform, spans(running, now)).map(totals -> overviews(running, totals, now)));
    }

    private Map<TenantId, CustomerOverview> overviews(
            List<Subscription> running, Map<TenantId, Totals> totals, Instant now) {
        return running.stream()
                .map(one -> new CustomerOverview(
                        one.customer(),
                        one.reseller(),
                        one.status(),
                        overview(one, totals.getOrDefault(one.customer(), Totals.NONE), now)))
                .collect(Collectors.toUnmodifiableMap(CustomerOverview::customer, Function.identity()));
    }

    private UsageOverview overview(Subscription running, Totals totals, Instant now) {
        Plan plan = plan(running);
        List<MeterUsage> meters = plan.allowances().stream()
                .flatMap(allowance -> catalogues.meter(allowance.meter()).stream()
                        .map(meter -> Rating.rate(plan, meter, allowance, totals.of(meter.id()))))
                .toList();
        return new UsageOverview(plan, running.period(now), meters, Rating.estimate(plan, meters), now);
    }

    private Plan plan(Subscription running) {
        return catalogues
                .plan(running.catalogue(), running.version(), running.plan())
                .orElseThrow(() -> new IllegalStateException("Subscription " + running.id() + " was sold from version "
                        + running.version() + " of the catalogue " + running.catalogue() + ", plan " + running.plan()
                        + ", which is not among the catalogue files."));
    }

    private static Map<TenantId, Span> spans(List<Subscription> running, Instant now) {
        return running.stream().collect(Collectors.toUnmodifiableMap(Subscription::customer, one -> span(one, now)));
    }

    private static Span span(Subscription running, Instant now) {
        Period period = running.period(now);
        return new Span(period.start(), period.end());
    }
}
