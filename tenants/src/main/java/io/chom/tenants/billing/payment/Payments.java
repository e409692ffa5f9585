package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.payment.Payment.Way;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The attempts to get paid. Callers hold a transaction of the payer. */
@Repository
class Payments {

    static final String COLUMNS = """
            select p.id, p.tenant_id, p.reseller_id, p.issuer_id, p.invoice_id, p.account, p.way, p.amount, p.currency, p.customer,
                   p.card, p.session, p.page, p.back, p.intent, p.begun_at, i.prefix, i.number, s.owed
              from billing.payment p
              join billing.invoice i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
              join billing.settlement s on s.tenant_id = p.tenant_id and s.invoice_id = p.invoice_id
            """;

    private static final String BEGIN = """
            insert into billing.payment (id, tenant_id, reseller_id, issuer_id, invoice_id, account, way, state, amount,
                   currency, customer, back, begun_at, check_at)
            select :id, i.tenant_id, i.reseller_id, i.issuer_id, i.id, cast(:account as text), 'page', 'confirming', s.owed,
                   i.currency, :customer, :back, :now, :check
              from billing.invoice i
              join billing.settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
             where i.tenant_id = :tenant and i.id = :invoice
            """;

    private final DatabaseClient database;

    Payments(DatabaseClient database) {
        this.database = database;
    }

    /** One of a payer, or empty. */
    Mono<Payment> find(TenantId payer, PaymentId id) {
        return database.sql(COLUMNS + " where p.tenant_id = :tenant and p.id = :id")
                .bind("tenant", payer.value())
                .bind("id", id.value())
                .map(Payments::payment)
                .one();
    }

    /** The one under way for an invoice, or empty. */
    Mono<Payment> underWay(TenantId payer, InvoiceId invoice) {
        return database.sql(COLUMNS + """
                         where p.tenant_id = :tenant and p.invoice_id = :invoice and p.state in ('sending', 'confirming')
                        """)
                .bind("tenant", payer.value())
                .bind("invoice", invoice.value())
                .map(Payments::payment)
                .one();
    }

    /** The one of a visit to a page, or empty. */
    Mono<Payment> ofSession(TenantId payer, String session) {
        return database.sql(COLUMNS + " where p.tenant_id = :tenant and p.session = :session")
                .bind("tenant", payer.value())
                .bind("session", session)
                .map(Payments::payment)
                .one();
    }

    /** Writes one on a page, with nothing asked for yet. */
    Mono<Payment> begin(PaymentId id, Payer payer, InvoiceId invoice, String back, Instant now) {
        return nullable(database.sql(BEGIN), "account", payer.payee().account())
                .bind("id", id.value())
                .bind("tenant", payer.tenant().value())
                .bind("invoice", invoice.value())
                .bind("customer", payer.customer())
                .bind("back", back)
                .bind("now", now)
                .bind("check", now.plus(PaymentProvider.PAGE_LIFE))
                .fetch()
                .rowsUpdated()
                .then(find(payer.tenant(), id));
    }

    /** Has a visit to a page for an invoice looked at. */
    Mono<Void> look(TenantId payer, InvoiceId invoice, Instant now) {
        return database.sql("""
                        update billing.payment set check_at = :now
                         where tenant_id = :tenant and invoice_id = :invoice and state = 'confirming' and session is not null
                        """)
                .bind("tenant", payer.value())
                .bind("invoice", invoice.value())
                .bind("now", now)
                .then();
    }

    /** Remembers the page of one. */
    Mono<Void> opened(Payment payment, HostedPage page) {
        return database.sql("""
                        update billing.payment set session = :session, page = :page where tenant_id = :tenant and id = :id
                        """)
                .bind("session", page.session())
                .bind("page", page.address().toString())
                .bind("tenant", payment.payer().value())
                .bind("id", payment.id().value())
                .then();
    }

    static Payment payment(Readable row) {
        var payer = new TenantId(get(row, "tenant_id", UUID.class));
        return new Payment(
                payer,
                new TenantId(get(row, "reseller_id", UUID.class)),
                new InvoiceId(get(row, "invoice_id", UUID.class)),
                Way.valueOf(get(row, "way", String.class).toUpperCase(Locale.ROOT)),
                charge(row),
                get(row, "owed", Long.class),
                row.get("intent", String.class),
                row.get("session", String.class),
                row.get("page", String.class),
                row.get("back", String.class));
    }

    private static Charge charge(Readable row) {
        return new Charge(
                new PaymentId(get(row, "id", UUID.class)),
                new Payee(new TenantId(get(row, "issuer_id", UUID.class)), row.get("account", String.class)),
                get(row, "customer", String.class),
                row.get("card", String.class),
                new Money(get(row, "amount", Long.class), Currency.getInstance(get(row, "currency", String.class))),
                Invoice.number(get(row, "prefix", String.class), get(row, "number", Integer.class)),
                get(row, "begun_at", Instant.class));
    }

    static GenericExecuteSpec nullable(GenericExecuteSpec statement, String name, @Nullable Object value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
