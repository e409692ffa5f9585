package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.dunning.Course.Taken;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What was done about unpaid invoices. Callers hold a transaction of the customer, or of the owner of its brand. */
@Repository
class DunningBook {

    private final DatabaseClient database;

    DunningBook(DatabaseClient database) {
        this.database = database;
    }

    /**
     * How an invoice stands at this moment.
     *
     * @param state as it is stored
     * @param owed what is left to pay, in minor units
     * @param heldUntil until when nothing is done; null if nobody gave time
     */
    record Standing(String state, long owed, @Nullable LocalDate heldUntil) {

        /** Whether it is still to be paid, and nothing is under way. */
        boolean isUnpaid() {
            return state.equals("open") || state.equals("failed") || state.equals("unconfirmed");
        }

        /** Whether its payment is under way. */
        boolean isPaying() {
            return state.equals("paying");
        }
    }

    /** How an invoice stands. */
    Mono<Standing> standing(TenantId customer, InvoiceId invoice) {
        return standing("", customer, invoice);
    }

    /** The same, and whoever else wants to change that waits for the end of the transaction. */
    Mono<Standing> lock(TenantId customer, InvoiceId invoice) {
        return standing(" for update of s", customer, invoice);
    }

    private Mono<Standing> standing(String lock, TenantId customer, InvoiceId invoice) {
        return of(database.sql("""
                        select s.state, s.owed, d.held_until from billing.settlement s
                          join billing.dunning d on d.tenant_id = s.tenant_id and d.invoice_id = s.invoice_id
                         where s.tenant_id = :tenant and s.invoice_id = :invoice
                        """ + lock), customer, invoice)
                .map(row -> new Standing(
                        Objects.requireNonNull(row.get("state", String.class)),
                        Objects.requireNonNull(row.get("owed", Long.class)),
                        row.get("held_until", LocalDate.class)))
                .one();
    }

    /**
     * Has whoever else wants to restore the customer wait for the end of the transaction; whether it is stopped for not
     * paying at this moment.
     */
    Mono<Boolean> isStopped(TenantId customer) {
        var lock = database.sql("select pg_advisory_xact_lock(hashtextextended('stopped ' || :tenant, 0))")
                .bind("tenant", customer.toString());
        var stopped = database.sql(
                        "select 'payment' = any(suspended_for) from tenancy.tenant where tenant_id = :tenant")
                .bind("tenant", customer.value())
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)));
        return lock.then().then(Mono.defer(stopped::one)).defaultIfEmpty(false);
    }

    /** Whether an invoice for which the customer was stopped is still not paid. */
    Mono<Boolean> isOwing(TenantId customer) {
        return database.sql("""
                        select exists (
                            select from billing.dunning_step d
                              join billing.settlement s on s.tenant_id = d.tenant_id and s.invoice_id = d.invoice_id
                             where d.tenant_id = :tenant and d.kind = 'suspension' and s.state not in ('paid', 'checking'))
                        """)
                .bind("tenant", customer.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** What was done, the oldest first, of each of these invoices; one of which nothing was done is absent. */
    Mono<Map<InvoiceId, List<Taken>>> taken(Collection<InvoiceId> invoices) {
        return database.sql("""
                        select invoice_id, kind, day, taken_at from billing.dunning_step
                         where invoice_id = any(:invoices) order by taken_at, day
                        """)
                .bind("invoices", invoices.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(new InvoiceId(Objects.requireNonNull(row.get("invoice_id", UUID.class))), taken(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Until when these are left alone; one to which no time was given is absent. */
    Mono<Map<InvoiceId, LocalDate>> held(Collection<InvoiceId> invoices) {
        return database.sql("""
                        select invoice_id, held_until from billing.dunning
                         where invoice_id = any(:invoices) and held_until is not null
                        """)
                .bind("invoices", invoices.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        new InvoiceId(Objects.requireNonNull(row.get("invoice_id", UUID.class))),
                        Objects.requireNonNull(row.get("held_until", LocalDate.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Leaves an invoice alone until that day, or no longer. */
    Mono<Void> hold(TenantId customer, InvoiceId invoice, @Nullable LocalDate until, Instant now) {
        var statement = of(database.sql("""
                        update billing.dunning set held_until = :until, look_at = :now
                         where tenant_id = :tenant and invoice_id = :invoice
                        """), customer, invoice).bind("now", now);
        return (until == null ? statement.bindNull("until", LocalDate.class) : statement.bind("until", until)).then();
    }

    /** Writes down a step. */
    Mono<Void> take(Overdue overdue, Rung rung, Instant now) {
        return of(database.sql("""
                        insert into billing.dunning_step (tenant_id, invoice_id, reseller_id, kind, day, taken_at)
                        values (:tenant, :invoice, :reseller, :kind, :day, :now)
                        """), overdue.customer(), overdue.invoice())
                .bind("reseller", overdue.reseller().value())
                .bind("kind", rung.kind().word())
                .bind("day", rung.day())
                .bind("now", now)
                .then();
    }

    /** Has it looked at again then, or never. */
    Mono<Void> next(Overdue overdue, @Nullable Instant at) {
        var statement = of(
                database.sql(
                        "update billing.dunning set look_at = :at where tenant_id = :tenant and invoice_id = :invoice"),
                overdue.customer(),
                overdue.invoice());
        return (at == null ? statement.bindNull("at", Instant.class) : statement.bind("at", at)).then();
    }

    private static Taken taken(Readable row) {
        return new Taken(
                new Rung(
                        Rung.Kind.of(Objects.requireNonNull(row.get("kind", String.class))),
                        Objects.requireNonNull(row.get("day", Integer.class))),
                Objects.requireNonNull(row.get("taken_at", Instant.class)));
    }

    private static GenericExecuteSpec of(GenericExecuteSpec statement, TenantId customer, InvoiceId invoice) {
        return statement.bind("tenant", customer.value()).bind("invoice", invoice.value());
    }
}
