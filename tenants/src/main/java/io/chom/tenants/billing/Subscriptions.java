package io.chom.tenants.billing;

import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored subscriptions. Callers hold a transaction of the tenant. */
@Repository
class Subscriptions {

    private static final String INSERT = """
            insert into billing.subscription
                (id, tenant_id, reseller_id, catalogue, version, plan, status, anchor_day, time_zone, started_at,
                 invoiced_until, period_end)
            values (:id, :tenant, :reseller, :catalogue, :version, :plan, :status, :anchorDay, :zone, :startedAt,
                    :invoicedUntil, :periodEnd)
            """;

    /** The columns that {@link #read} needs. */
    static final String COLUMNS =
            "select id, tenant_id, reseller_id, catalogue, version, plan, status, anchor_day, time_zone, started_at";

    private static final String RUNNING = COLUMNS + """
             from billing.subscription
            where status <> 'cancelled'
            """;

    private final DatabaseClient database;

    Subscriptions(DatabaseClient database) {
        this.database = database;
    }

    /** Adds one that no invoice covers yet. */
    Mono<Void> add(Subscription subscription) {
        Period first = subscription.period(subscription.startedAt());
        return database.sql(INSERT)
                .bind("id", subscription.id().value())
                .bind("tenant", subscription.customer().value())
                .bind("reseller", subscription.reseller().value())
                .bind("catalogue", subscription.catalogue())
                .bind("version", subscription.version())
                .bind("plan", subscription.plan())
                .bind("status", subscription.status().word())
                .bind("anchorDay", subscription.anchorDay())
                .bind("zone", subscription.zone().getId())
                .bind("startedAt", subscription.startedAt())
                .bind("invoicedUntil", first.from())
                .bind("periodEnd", first.end())
                .then();
    }

    /** The running one of a tenant. */
    Mono<Subscription> running(TenantId tenant) {
        return database.sql(RUNNING + " and tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map(Subscriptions::read)
                .one();
    }

    /** The running ones of a reseller's customers. */
    Flux<Subscription> runningOfCustomers(TenantId reseller) {
        return database.sql(RUNNING + " and reseller_id = :reseller and tenant_id <> :reseller order by tenant_id")
                .bind("reseller", reseller.value())
                .map(Subscriptions::read)
                .all();
    }

    /** The running ones of all customers that this client may see, but not what resellers bought for themselves. */
    static Flux<Subscription> running(DatabaseClient platform) {
        return platform.sql(RUNNING + " and tenant_id <> reseller_id order by tenant_id")
                .map(Subscriptions::read)
                .all();
    }

    static Subscription read(Readable row) {
        return new Subscription(
                new SubscriptionId(get(row, "id", UUID.class)),
                new TenantId(get(row, "tenant_id", UUID.class)),
                new TenantId(get(row, "reseller_id", UUID.class)),
                get(row, "catalogue", String.class),
                get(row, "version", Integer.class),
                get(row, "plan", String.class),
                Subscription.Status.of(get(row, "status", String.class)),
                get(row, "anchor_day", Integer.class),
                ZoneId.of(get(row, "time_zone", String.class)),
                get(row, "started_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
