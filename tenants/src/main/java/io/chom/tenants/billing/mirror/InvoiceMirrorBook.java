package io.chom.tenants.billing.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.platform.Money;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the provider knows of paid invoices. Callers hold a transaction of the tenant. */
@Repository
class InvoiceMirrorBook {

    /** What the provider has refused is left; what is credited later is shown later. */
    private static final String DUE = """
            select i.id, m.name, m.invoice_id is not null as is_begun
              from billing.invoice i
              join billing.settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
              left join billing.mirrored_invoice m
                on m.tenant_id = i.tenant_id and m.invoice_id = i.id and m.customer = :customer
             where i.tenant_id = :tenant and i.issuer_id = :issuer and i.total > 0 and s.state = 'paid'
               and m.reason is null and m.credited is distinct from s.credited
             order by i.issued_at, i.id limit :most
            """;

    private static final String PAYMENTS = """
            select intent from billing.payment
             where tenant_id = :tenant and invoice_id = :invoice and customer = :customer and state = 'paid' and intent is not null
             order by begun_at, id
            """;

    private static final String BY_HAND = """
            select cast(coalesce(sum(amount), 0) as bigint) as amount from billing.manual_payment
             where tenant_id = :tenant and invoice_id = :invoice
            """;

    private static final String BEGIN = """
            insert into billing.mirrored_invoice (tenant_id, reseller_id, customer, invoice_id)
            values (:tenant, :reseller, :customer, :invoice)
            """;

    private static final String KEY = " where tenant_id = :tenant and customer = :customer and invoice_id = :invoice";

    private final DatabaseClient database;

    InvoiceMirrorBook(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An invoice that the provider does not show as it stands.
     *
     * @param name the provider's; null until it has answered
     * @param isBegun whether the provider was asked to begin it
     */
    record Due(InvoiceId id, @Nullable String name, boolean isBegun) {

        /** Under which it is begun for somebody. */
        String key(SyncedPayer payer) {
            String all = "%s %s %s".formatted(payer.tenant(), payer.customer(), id);
            return UUID.nameUUIDFromBytes(all.getBytes(UTF_8)).toString();
        }
    }

    /** Some of a payer, the oldest first. */
    Flux<Due> due(SyncedPayer payer, int most) {
        return database.sql(DUE)
                .bind("tenant", payer.tenant().value())
                .bind("issuer", payer.issuer().value())
                .bind("customer", payer.customer())
                .bind("most", most)
                .map(row -> new Due(
                        new InvoiceId(get(row, "id", UUID.class)),
                        row.get("name", String.class),
                        get(row, "is_begun", Boolean.class)))
                .all();
    }

    /** The provider's names for what it took for an invoice, the oldest first. */
    Mono<List<String>> payments(SyncedPayer payer, InvoiceId invoice) {
        return of(database.sql(PAYMENTS), payer, invoice)
                .mapValue(String.class)
                .all()
                .collectList();
    }

    /** What was paid for it otherwise. */
    Mono<Money> byHand(SyncedPayer payer, InvoiceId invoice, Money like) {
        return database.sql(BY_HAND)
                .bind("tenant", payer.tenant().value())
                .bind("invoice", invoice.value())
                .map(row -> new Money(get(row, "amount", Long.class), like.currency()))
                .one();
    }

    /** Writes down that one is begun, before the provider is asked. */
    Mono<Void> begin(SyncedPayer payer, InvoiceId invoice) {
        return of(database.sql(BEGIN), payer, invoice)
                .bind("reseller", payer.reseller().value())
                .then();
    }

    /** The provider has given it a name. */
    Mono<Void> named(SyncedPayer payer, InvoiceId invoice, String name) {
        return change("name = :name", payer, invoice).bind("name", name).then();
    }

    /** The provider shows it, with so much credited. */
    Mono<Void> shown(SyncedPayer payer, InvoiceId invoice, Money credited) {
        return change("credited = :credited", payer, invoice)
                .bind("credited", credited.minor())
                .then();
    }

    /** Why the provider does not show it. */
    Mono<Void> refused(SyncedPayer payer, InvoiceId invoice, String reason) {
        return change("reason = left(:reason, 255)", payer, invoice)
                .bind("reason", reason)
                .then();
    }

    private GenericExecuteSpec change(String set, SyncedPayer payer, InvoiceId invoice) {
        return of(database.sql("update billing.mirrored_invoice set " + set + KEY), payer, invoice);
    }

    private static GenericExecuteSpec of(GenericExecuteSpec statement, SyncedPayer payer, InvoiceId invoice) {
        return statement
                .bind("tenant", payer.tenant().value())
                .bind("customer", payer.customer())
                .bind("invoice", invoice.value());
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
