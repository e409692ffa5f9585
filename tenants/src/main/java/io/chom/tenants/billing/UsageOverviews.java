package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRules;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
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
    private final TaxRules rules;
    private final TransactionalOperator transactions;
    private final Clock clock;

    UsageOverviews(
            Subscriptions subscriptions,
            UsageQueries usage,
            Catalogues catalogues,
            TaxRules rules,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.usage = usage;
        this.catalogues = catalogues;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Of the acting tenant; needs {@code usage:read}. Refused with {@code not-found} without a running subscription. */
    public Mono<UsageOverview> current() {
        Instant now = clock.instant();
        return UsageRights.reader()
                .flatMap(acting -> subscriptions.running(acting.tenant()))
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("subscription"))))
                .flatMap(running -> customers(List.of(running), now, usage::totals)
                        .map(all -> all.getFirst().overview()))
                .as(transactions::transactional)
                .flatMap(this::taxed);
    }

    /**
     * Of something that the acting tenant has bought, as it is at a moment of any period; needs {@code usage:read}.
     *
     * @param bought its own; of somebody else there is nothing to see
     */
    public Mono<UsageOverview> of(Bought bought, Instant at) {
        Bought then = bought.at(at);
        return UsageRights.reader()
                .flatMap(acting -> Used.read(List.of(then), at, usage::totals))
                .map(used -> UsageOverview.of(then, used, catalogues, at))
                .as(transactions::transactional)
                .flatMap(this::taxed);
    }

    /** What a tenant sees of its own is what it will be billed; what others see of it is what they earn. */
    private Mono<UsageOverview> taxed(UsageOverview overview) {
        return rules.current().map(overview::taxed);
    }

    /** Of every customer of the acting reseller that has a running subscription, in a few queries; needs {@code usage:read}. */
    public Mono<Map<TenantId, CustomerOverview>> ofCustomers() {
        Instant now = clock.instant();
        return UsageRights.reader()
                .flatMap(acting ->
                        subscriptions.runningOfCustomers(acting.tenant()).collectList())
                .flatMap(running -> customers(running, now, usage::totals))
                .map(UsageOverviews::byCustomer)
                .as(transactions::transactional);
    }

    /**
     * Of every customer of every reseller, in a few queries of somebody who may read across them; needs {@code operator}.
     *
     * @param platform the client of the cross-tenant transaction under way, which is where the look is recorded
     */
    public Mono<Map<TenantId, CustomerOverview>> ofEverybody(DatabaseClient platform) {
        Instant now = clock.instant();
        return Permission.any("operator")
                .flatMap(acting -> Subscriptions.running(platform, now).collectList())
                .flatMap(running -> customers(running, now, spans -> usage.totals(platform, spans)))
                .map(UsageOverviews::byCustomer);
    }

    private static Map<TenantId, CustomerOverview> byCustomer(List<CustomerOverview> all) {
        return all.stream().collect(Collectors.toUnmodifiableMap(CustomerOverview::customer, Function.identity()));
    }

    private Mono<List<CustomerOverview>> customers(List<Subscription> running, Instant now, Used.Sums sums) {
        List<Bought> all =
                running.stream().map(one -> Bought.of(one, catalogues, now)).toList();
        return Used.read(all, now, sums)
                .map(used -> all.stream().map(one -> customer(one, used, now)).toList());
    }

    private CustomerOverview customer(Bought bought, Used used, Instant now) {
        Subscription running = bought.subscription();
        return new CustomerOverview(
                running.customer(),
                running.reseller(),
                running.status(now),
                UsageOverview.of(bought, used, catalogues, now));
    }
}
