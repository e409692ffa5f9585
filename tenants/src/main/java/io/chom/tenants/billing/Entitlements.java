package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Entitlement;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Reselling;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What a tenant may use: what its running plan gives it, and what it was granted. A plan that is paused gives nothing; one
 * with an unpaid bill goes on until it is stopped.
 */
@Service
public class Entitlements implements Reselling {

    private static final String GRANTED =
            "select true from billing.entitlement_grant where tenant_id = :tenant and entitlement = :entitlement";

    private final Subscriptions subscriptions;
    private final Catalogues catalogues;
    private final DatabaseClient database;
    private final TransactionalOperator transactions;

    Entitlements(
            Subscriptions subscriptions,
            Catalogues catalogues,
            DatabaseClient database,
            TransactionalOperator transactions) {
        this.subscriptions = subscriptions;
        this.catalogues = catalogues;
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public Mono<Boolean> isIncluded() {
        return has(Entitlement.RESELL);
    }

    /** Whether the acting tenant may use it. Everybody who acts for it may ask. */
    public Mono<Boolean> has(Entitlement wanted) {
        return TenantContext.require()
                .flatMap(acting -> bought(acting, wanted)
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.defer(() -> granted(acting, wanted))))
                .defaultIfEmpty(false)
                .as(transactions::transactional);
    }

    private Mono<Boolean> bought(Acting acting, Entitlement wanted) {
        return subscriptions
                .running(acting.tenant())
                .filter(running -> running.status() != Subscription.Status.PAUSED)
                .map(running -> catalogues
                        .plan(running.catalogue(), running.version(), running.plan())
                        .filter(plan -> plan.entitlements().contains(wanted))
                        .isPresent());
    }

    private Mono<Boolean> granted(Acting acting, Entitlement wanted) {
        return database.sql(GRANTED)
                .bind("tenant", acting.tenant().value())
                .bind("entitlement", wanted.name().toLowerCase(Locale.ROOT))
                .map(row -> true)
                .one();
    }
}
