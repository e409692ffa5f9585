package io.chom.tenants.billing.mirror;

import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the provider knows of subscriptions. Callers hold a transaction of the tenant. */
@Repository
class MirrorBook {

    private static final String COLUMNS = """
            select tenant_id, customer, subscription_id, generation, name, told, revision, told_end, is_over
              from billing.mirrored_subscription where tenant_id = :tenant and customer = :customer
            """;

    /** One that has ended there is begun anew under another generation. */
    private static final String BEGIN = """
            insert into billing.mirrored_subscription as m (tenant_id, reseller_id, customer, subscription_id, generation)
            values (:tenant, :reseller, :customer, :subscription, 1)
            on conflict (tenant_id, customer, subscription_id) do update
               set generation = m.generation + 1, name = null, told = null, told_end = false, is_over = false
             where m.is_over
            """;

    private static final String KEY = """
             where tenant_id = :tenant and customer = :customer and subscription_id = :subscription
               and generation = :generation
            """;

    private final DatabaseClient database;

    MirrorBook(DatabaseClient database) {
        this.database = database;
    }

    /** All of a payer, also those that are over. */
    Flux<Mirrored> of(SyncedPayer payer) {
        return database.sql(COLUMNS)
                .bind("tenant", payer.tenant().value())
                .bind("customer", payer.customer())
                .map(MirrorBook::mirrored)
                .all();
    }

    /** Writes down that one is begun, before the provider is asked. */
    Mono<Void> begin(SyncedPayer payer, SubscriptionId subscription) {
        return database.sql(BEGIN)
                .bind("tenant", payer.tenant().value())
                .bind("reseller", payer.reseller().value())
                .bind("customer", payer.customer())
                .bind("subscription", subscription.value())
                .then();
    }

    /** The provider has given it a name. */
    Mono<Void> named(Mirrored one, String name) {
        return change("name = :name", one).bind("name", name).then();
    }

    /** The provider was told how it stands. */
    Mono<Void> told(Mirrored one, Sold sold) {
        return change("told = :told, told_end = :ends, revision = revision + 1, reason = null", one)
                .bind("told", sold.fingerprint())
                .bind("ends", sold.ends() != null)
                .then();
    }

    /** It has ended there. */
    Mono<Void> over(Mirrored one) {
        return change("is_over = true", one).then();
    }

    /** Why the provider does not show it. */
    Mono<Void> refused(Mirrored one, String reason) {
        return change("reason = left(:reason, 255), revision = revision + 1", one)
                .bind("reason", reason)
                .then();
    }

    private GenericExecuteSpec change(String set, Mirrored one) {
        return database.sql("update billing.mirrored_subscription set " + set + KEY)
                .bind("tenant", one.tenant().value())
                .bind("customer", one.customer())
                .bind("subscription", one.subscription().value())
                .bind("generation", one.generation());
    }

    private static Mirrored mirrored(Readable row) {
        return new Mirrored(
                new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                Objects.requireNonNull(row.get("customer", String.class)),
                new SubscriptionId(Objects.requireNonNull(row.get("subscription_id", UUID.class))),
                Objects.requireNonNull(row.get("generation", Integer.class)),
                row.get("name", String.class),
                row.get("told", String.class),
                Objects.requireNonNull(row.get("revision", Integer.class)),
                Boolean.TRUE.equals(row.get("told_end", Boolean.class)),
                Boolean.TRUE.equals(row.get("is_over", Boolean.class)));
    }
}
