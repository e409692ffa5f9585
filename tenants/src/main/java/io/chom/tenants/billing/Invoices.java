package io.chom.tenants.billing;

import io.chom.tenants.billing.Invoice.SoldPlan;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The written invoices. Callers hold a transaction of the tenant. */
@Repository
class Invoices {

    static final String COLUMNS = """
            select id, tenant_id, issuer_id, prefix, number, subscription_id, catalogue, version, plan, period_from,
                   period_until, time_zone, currency, total, issued_at, due_on, settlement.*
              from billing.invoice cross join lateral (
                   select state, paid_at, reason, credited, owed from billing.settlement
                    where settlement.tenant_id = invoice.tenant_id and settlement.invoice_id = invoice.id) settlement
            """;

    private static final String PAGE = COLUMNS + """
             where tenant_id = :tenant and id < :before order by id desc limit :limit
            """;

    private static final String BILLING = COLUMNS + """
             where tenant_id = :tenant and subscription_id = :subscription and issued_at >= :since
               and exists (select from billing.invoice_line l
                            where l.tenant_id = invoice.tenant_id and l.invoice_id = invoice.id and l.subject = :meter
                              and l.kind in ('overage', 'adjustment') and l.days_from = :from)
             order by issued_at limit 1
            """;

    private static final String LINES = """
            select invoice_id, kind, subject, label, formula, days_from, days_until, included, units, size, unit_price, flat,
                   is_first, replaced, seats, seats_before, tax_category, tax_rate, tax_base, tax_reason, amount
              from billing.invoice_line
             where tenant_id = any(:tenants) and invoice_id = any(:invoices) order by position
            """;

    private final DatabaseClient database;

    Invoices(DatabaseClient database) {
        this.database = database;
    }

    /** The latest ones of a tenant before another, the newest first. */
    Flux<Invoice> before(TenantId tenant, InvoiceId before, int limit) {
        return database.sql(PAGE)
                .bind("tenant", tenant.value())
                .bind("before", before.value())
                .bind("limit", limit)
                .map(Invoices::invoice)
                .all();
    }

    /** What an issuer is owed at this moment, what fell due first in front. Read as {@link IssuerReads} does. */
    Flux<Invoice> owed(TenantId issuer, int limit) {
        return database.sql(COLUMNS + " where issuer_id = :issuer and state <> 'paid' order by due_on, id limit :limit")
                .bind("issuer", issuer.value())
                .bind("limit", limit)
                .map(Invoices::invoice)
                .all();
    }

    /** What an issuer wrote, the newest first. Read as {@link IssuerReads} does. */
    Flux<Invoice> issued(TenantId issuer, int limit) {
        return database.sql(COLUMNS + " where issuer_id = :issuer order by issued_at desc, id desc limit :limit")
                .bind("issuer", issuer.value())
                .bind("limit", limit)
                .map(Invoices::invoice)
                .all();
    }

    /** What a tenant has not paid, the oldest first. */
    Flux<Invoice> unpaid(TenantId tenant) {
        return database.sql(COLUMNS + " where tenant_id = :tenant and state <> 'paid' order by due_on, id")
                .bind("tenant", tenant.value())
                .map(Invoices::invoice)
                .all();
    }

    /** One of a tenant with its lines, or empty. */
    Mono<ItemisedInvoice> find(TenantId tenant, InvoiceId id) {
        return database.sql(COLUMNS + " where tenant_id = :tenant and id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map(Invoices::invoice)
                .one()
                .flatMap(invoice -> itemised(List.of(invoice)).map(List::getFirst));
    }

    /**
     * The first one since a moment with a line for what was used of a meter in a period, or empty.
     *
     * @param from first day of the period
     */
    Mono<ItemisedInvoice> billing(Subscription subscription, LocalDate from, MeterId meter, Instant since) {
        return database.sql(BILLING)
                .bind("tenant", subscription.customer().value())
                .bind("subscription", subscription.id().value())
                .bind("from", from)
                .bind("meter", meter.value())
                .bind("since", since)
                .map(Invoices::invoice)
                .one()
                .flatMap(invoice -> itemised(List.of(invoice)).map(List::getFirst));
    }

    /** These with their lines, in the same order. */
    Mono<List<ItemisedInvoice>> itemised(List<Invoice> invoices) {
        if (invoices.isEmpty()) {
            return Mono.just(List.of());
        }
        Map<UUID, Invoice> byId =
                invoices.stream().collect(Collectors.toMap(one -> one.id().value(), one -> one));
        return database.sql(LINES)
                .bind(
                        "tenants",
                        invoices.stream()
                                .map(one -> one.customer().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .bind("invoices", byId.keySet().toArray(UUID[]::new))
                .map(row -> {
                    var id = get(row, "invoice_id", UUID.class);
                    return Map.entry(id, LineRow.read(row, Objects.requireNonNull(byId.get(id))));
                })
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .zipWhen(lines -> new PartyBook(database).of(invoices))
                .map(read -> invoices.stream()
                        .map(one -> new ItemisedInvoice(
                                one,
                                read.getT1().getOrDefault(one.id().value(), List.of()),
                                read.getT2().getOrDefault(one.id().value(), InvoiceParties.NONE)))
                        .toList());
    }

    static Invoice invoice(Readable row) {
        var zone = ZoneId.of(get(row, "time_zone", String.class));
        var total = new Money(get(row, "total", Long.class), Currency.getInstance(get(row, "currency", String.class)));
        return new Invoice(
                new InvoiceId(get(row, "id", UUID.class)),
                new TenantId(get(row, "tenant_id", UUID.class)),
                new TenantId(get(row, "issuer_id", UUID.class)),
                Invoice.number(get(row, "prefix", String.class), get(row, "number", Integer.class)),
                new SubscriptionId(get(row, "subscription_id", UUID.class)),
                new SoldPlan(
                        get(row, "catalogue", String.class),
                        get(row, "version", Integer.class),
                        get(row, "plan", String.class)),
                new Period(get(row, "period_from", LocalDate.class), get(row, "period_until", LocalDate.class), zone),
                total,
                settlement(row, total),
                get(row, "issued_at", Instant.class),
                get(row, "due_on", LocalDate.class));
    }

    /** Settled by credit notes alone or not, an invoice of which nothing is left is a credited one. */
    private static Settlement settlement(Readable row, Money total) {
        var status = Invoice.Status.of(get(row, "state", String.class));
        var credited = new Money(get(row, "credited", Long.class), total.currency());
        boolean isCredited = status == Invoice.Status.PAID && total.minor() > 0 && credited.equals(total);
        return new Settlement(
                isCredited ? Invoice.Status.CREDITED : status,
                row.get("paid_at", Instant.class),
                row.get("reason", String.class),
                credited,
                new Money(get(row, "owed", Long.class), total.currency()));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
