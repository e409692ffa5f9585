package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The budgets that customers have set, one each. Callers hold a transaction of the tenant. */
@Repository
class Budgets {

    private final DatabaseClient database;

    Budgets(DatabaseClient database) {
        this.database = database;
    }

    Mono<Budget> find(TenantId tenant) {
        return database.sql("select amount, currency from billing.budget where tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map(Budgets::read)
                .one();
    }

    /** Sets one in the place of another. */
    Mono<Void> put(Acting acting, Budget budget, Instant now) {
        return database.sql("""
                        insert into billing.budget (tenant_id, reseller_id, amount, currency, changed_at)
                        values (:tenant, :reseller, :amount, :currency, :now)
                        on conflict (tenant_id) do update set amount = excluded.amount, currency = excluded.currency,
                               changed_at = excluded.changed_at
                        """)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("amount", budget.amount().minor())
                .bind("currency", budget.amount().currency().getCurrencyCode())
                .bind("now", now)
                .then();
    }

    Mono<Void> remove(TenantId tenant) {
        return database.sql("delete from billing.budget where tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .then();
    }

    private static Budget read(Readable row) {
        var currency = Currency.getInstance(Objects.requireNonNull(row.get("currency", String.class)));
        return new Budget(new Money(Objects.requireNonNull(row.get("amount", Long.class)), currency));
    }
}
