package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all customers what is to be dunned, and who is to be back. */
@Repository
class OverdueInvoices {

    private static final Purpose DUNNING = Purpose.routine("dunning");

    /** The ladder of the issuer for the product, or for all of them. */
    static final String LADDER = """
            lateral (select rungs from billing.dunning_ladder l
                      where l.tenant_id = i.issuer_id and l.catalogue in (i.catalogue, '*')
                      order by l.catalogue = '*' limit 1)""";

    private static final String TAKE = """
            with due as (
                select tenant_id, invoice_id from billing.dunning
                 where look_at <= :now order by look_at limit :most for update skip locked),
            taken as (
                update billing.dunning d set look_at = :until from due
                 where d.tenant_id = due.tenant_id and d.invoice_id = due.invoice_id
                returning d.tenant_id, d.invoice_id)
            select i.tenant_id, i.reseller_id, i.id, i.prefix, i.number, s.owed, i.currency, i.due_on, i.time_zone, ladder.rungs
              from taken join billing.invoice i on i.tenant_id = taken.tenant_id and i.id = taken.invoice_id
              join billing.settlement s on s.tenant_id = taken.tenant_id and s.invoice_id = taken.invoice_id
              left join %s as ladder on true
            """.formatted(LADDER);

    /** Whose use is to be stopped: for an invoice that came to that step, is not paid and has been given no time. */
    private static final String STOPPED = """
            select step.tenant_id from billing.dunning_step step
              join billing.settlement s on s.tenant_id = step.tenant_id and s.invoice_id = step.invoice_id
              join billing.dunning d on d.tenant_id = step.tenant_id and d.invoice_id = step.invoice_id
             where step.kind = 'suspension' and s.state not in ('paid', 'checking')
               and (d.held_until is null or d.held_until < :today)
            """;

    private static final String TO_STOP = """
            select t.tenant_id from tenancy.tenant t
             where t.tenant_id in (%s) and not 'payment' = any(t.suspended_for)
            """.formatted(STOPPED);

    private static final String TO_RESTORE = """
            select t.tenant_id from tenancy.tenant t
             where t.status = 'suspended' and 'payment' = any(t.suspended_for) and t.tenant_id not in (%s)
            """.formatted(STOPPED);

    private final CrossTenant crossTenant;
    private final DunningProperties properties;

    OverdueInvoices(CrossTenant crossTenant, DunningProperties properties) {
        this.crossTenant = crossTenant;
        this.properties = properties;
    }

    /** Takes invoices that are to be looked at; nobody else gets them before the lease is over. */
    Flux<Overdue> take(int most, Instant now, Duration lease) {
        return crossTenant.take(DUNNING, TAKE, most, now, lease, this::overdue);
    }

    /** Whose use is to be stopped and is not yet. */
    Flux<TenantId> toStop(Instant now) {
        return tenants(TO_STOP, now);
    }

    /** Who is stopped for what is paid by now, or was given time. */
    Flux<TenantId> toRestore(Instant now) {
        return tenants(TO_RESTORE, now);
    }

    private Flux<TenantId> tenants(String query, Instant now) {
        return crossTenant.many(
                DUNNING,
                database -> database.sql(query)
                        .bind("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                        .map(row -> new TenantId(get(row, "tenant_id", UUID.class)))
                        .all());
    }

    /** The ladder of an issuer for a product. Whoever owes it may know, though the table is not theirs to read. */
    Mono<Ladder> ladder(TenantId issuer, String catalogue) {
        return crossTenant
                .one(
                        DUNNING,
                        database -> database.sql(
                                        "select rungs from (values (:issuer, :catalogue)) as i (issuer_id, catalogue), "
                                                + LADDER + " as ladder")
                                .bind("issuer", issuer.value())
                                .bind("catalogue", catalogue)
                                .map(this::rungs)
                                .one())
                .defaultIfEmpty(properties.usual());
    }

    /** What an issuer is owed is looked at once more; its ladder is another one by now. */
    Mono<Void> lookAgain(TenantId issuer, Instant now) {
        return crossTenant
                .one(
                        DUNNING,
                        database -> database.sql("""
                                update billing.dunning set look_at = :now where issuer_id = :issuer and look_at is not null
                                """)
                                .bind("issuer", issuer.value())
                                .bind("now", now)
                                .fetch()
                                .rowsUpdated())
                .then();
    }

    private Overdue overdue(Readable row) {
        return new Overdue(
                new TenantId(get(row, "tenant_id", UUID.class)),
                new TenantId(get(row, "reseller_id", UUID.class)),
                new InvoiceId(get(row, "id", UUID.class)),
                Invoice.number(get(row, "prefix", String.class), get(row, "number", Integer.class)),
                new Money(get(row, "owed", Long.class), Currency.getInstance(get(row, "currency", String.class))),
                get(row, "due_on", LocalDate.class),
                ZoneId.of(get(row, "time_zone", String.class)),
                rungs(row));
    }

    private Ladder rungs(Readable row) {
        var written = row.get("rungs", String[].class);
        return written == null ? properties.usual() : Ladder.of(written);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
