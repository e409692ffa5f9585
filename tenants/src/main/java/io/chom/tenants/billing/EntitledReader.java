package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.catalog.Product;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.UsageQueries;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads what a tenant may use, in a transaction of that tenant. A plan that is paused gives nothing; one with an unpaid bill
 * goes on until it is stopped. A plan, product or grant that this program does not know gives nothing.
 */
@Repository
class EntitledReader {

    private static final String GRANTED = "select entitlement from billing.entitlement_grant where tenant_id = :tenant";

    private static final String OWNED = """
            select distinct catalogue, version, product, currency from billing.purchase
             where tenant_id = :tenant and ended_at is null
            """;

    private final Subscriptions subscriptions;
    private final UsageQueries usage;
    private final Catalogues catalogues;
    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Clock clock;

    EntitledReader(
            Subscriptions subscriptions,
            UsageQueries usage,
            Catalogues catalogues,
            DatabaseClient database,
            TransactionalOperator transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.usage = usage;
        this.catalogues = catalogues;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A basis with the usage of the moment in which it was read. */
    record Reading(Basis basis, Entitled entitled) {}

    /** Everything anew. */
    Mono<Reading> read(Acting acting) {
        return as(acting, basis(acting.tenant()).flatMap(this::used));
    }

    /** The usage anew. */
    Mono<Reading> read(Acting acting, Basis basis) {
        return as(acting, used(basis));
    }

    Instant now() {
        return clock.instant();
    }

    /** Whoever asks learns what may be used, so the right to see usage is not asked for. */
    private <T> Mono<T> as(Acting acting, Mono<T> work) {
        var job = new Acting(acting.tenant(), acting.reseller(), Actor.job("entitlements"));
        return work.as(transactions::transactional).contextWrite(TenantContext.as(job));
    }

    private Mono<Basis> basis(TenantId tenant) {
        return running(tenant)
                .flatMap(plan -> Flux.concat(granted(tenant), owned(tenant))
                        .collect(Collectors.toUnmodifiableSet())
                        .map(features -> new Basis(tenant, plan.orElse(null), features)));
    }

    private Mono<Optional<Bought>> running(TenantId tenant) {
        return subscriptions
                .running(tenant)
                .map(running -> Bought.find(running, catalogues, now()))
                .defaultIfEmpty(Optional.empty());
    }

    private Flux<Entitlement> granted(TenantId tenant) {
        return database.sql(GRANTED)
                .bind("tenant", tenant.value())
                .map(row -> known(get(row, "entitlement", String.class)))
                .all()
                .flatMapIterable(found -> found);
    }

    private static Set<Entitlement> known(String word) {
        return Stream.of(Entitlement.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Flux<Entitlement> owned(TenantId tenant) {
        return database.sql(OWNED)
                .bind("tenant", tenant.value())
                .map(row -> catalogues.product(
                        get(row, "catalogue", String.class),
                        get(row, "version", Integer.class),
                        get(row, "product", String.class),
                        Subscriptions.currency(row.get("currency", String.class))))
                .all()
                .flatMap(Mono::justOrEmpty)
                .flatMapIterable(Product::entitlements);
    }

    private Mono<Reading> used(Basis basis) {
        Instant now = now();
        Bought bought = basis.bought();
        return Used.read(bought == null ? List.of() : List.of(bought.at(now)), now, usage::totals)
                .map(used -> new Reading(basis, basis.with(used, catalogues, now)));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
