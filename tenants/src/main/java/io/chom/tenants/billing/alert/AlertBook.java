package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was told, each once. Callers hold a transaction of the tenant. */
@Repository
class AlertBook {

    private static final String USAGE = """
            insert into billing.usage_alert (tenant_id, reseller_id, subscription_id, meter, per, starts_on, threshold,
                   included, used, reached_at)
            select :tenant, :reseller, :subscription, :meter, :per, :startsOn, threshold, :included, :used, :at
              from unnest(cast(:thresholds as integer[])) as threshold order by threshold
            on conflict do nothing returning threshold
            """;

    private static final String BUDGET = """
            insert into billing.budget_alert (tenant_id, reseller_id, subscription_id, starts_on, threshold, budget, currency,
                   bill, reached_at)
            select :tenant, :reseller, :subscription, :startsOn, threshold, :budget, :currency, :bill, :at
              from unnest(cast(:thresholds as integer[])) as threshold order by threshold
            on conflict do nothing returning threshold
            """;

    private static final String LATEST = """
            select * from (
                select meter, per, starts_on, threshold, included, used, null::bigint as budget, null::text as currency,
                       null::bigint as bill, reached_at
                  from billing.usage_alert where tenant_id = :tenant
                union all
                select null, null, starts_on, threshold, null, null, budget, currency, bill, reached_at
                  from billing.budget_alert where tenant_id = :tenant) as told
            order by reached_at desc, meter, threshold desc limit :most
            """;

    private final DatabaseClient database;

    AlertBook(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Records that parts of an allowance were reached.
     *
     * @param highest the highest of them
     * @param reached all of them
     * @return whether the highest was not recorded before
     */
    Mono<Boolean> record(Acting acting, SubscriptionId subscription, UsageAlert highest, List<Integer> reached) {
        return isNew(
                highest.threshold(),
                of(database.sql(USAGE), acting, subscription, reached)
                        .bind("meter", highest.meter().value())
                        .bind("per", highest.per().name().toLowerCase(Locale.ROOT))
                        .bind("startsOn", highest.startsOn())
                        .bind("included", highest.included())
                        .bind("used", highest.used())
                        .bind("at", highest.at()));
    }

    /** The same for parts of a budget. */
    Mono<Boolean> record(Acting acting, SubscriptionId subscription, BudgetAlert highest, List<Integer> reached) {
        return isNew(
                highest.threshold(),
                of(database.sql(BUDGET), acting, subscription, reached)
                        .bind("startsOn", highest.startsOn())
                        .bind("budget", highest.budget().minor())
                        .bind("currency", highest.budget().currency().getCurrencyCode())
                        .bind("bill", highest.bill().minor())
                        .bind("at", highest.at()));
    }

    private static DatabaseClient.GenericExecuteSpec of(
            DatabaseClient.GenericExecuteSpec statement,
            Acting acting,
            SubscriptionId subscription,
            List<Integer> reached) {
        return statement
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("subscription", subscription.value())
                .bind("thresholds", reached.toArray(Integer[]::new));
    }

    private static Mono<Boolean> isNew(int highest, DatabaseClient.GenericExecuteSpec statement) {
        return statement
                .map(row -> get(row, "threshold", Integer.class))
                .all()
                .collectList()
                .map(recorded -> recorded.contains(highest));
    }

    /** The latest ones of a tenant, the newest first. */
    Flux<Alert> latest(TenantId tenant, int most) {
        return database.sql(LATEST)
                .bind("tenant", tenant.value())
                .bind("most", most)
                .map(AlertBook::alert)
                .all();
    }

    private static Alert alert(Readable row) {
        var meter = row.get("meter", String.class);
        return meter == null ? ofBudget(row) : ofUsage(row, new MeterId(meter));
    }

    private static Alert ofUsage(Readable row, MeterId meter) {
        return new UsageAlert(
                meter,
                Allowance.Per.valueOf(get(row, "per", String.class).toUpperCase(Locale.ROOT)),
                get(row, "starts_on", LocalDate.class),
                get(row, "threshold", Integer.class),
                get(row, "used", BigDecimal.class),
                get(row, "included", BigDecimal.class),
                get(row, "reached_at", Instant.class));
    }

    private static Alert ofBudget(Readable row) {
        var currency = Currency.getInstance(get(row, "currency", String.class));
        return new BudgetAlert(
                get(row, "starts_on", LocalDate.class),
                get(row, "threshold", Integer.class),
                new Money(get(row, "budget", Long.class), currency),
                new Money(get(row, "bill", Long.class), currency),
                get(row, "reached_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
