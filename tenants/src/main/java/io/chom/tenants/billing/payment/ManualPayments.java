package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What customers paid otherwise than through the payment provider, as the brand owner that sold says. */
@Service
public class ManualPayments {

    /** Where a day begins first, and where last. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private static final String PAY = """
            update billing.settlement set state = 'paid', received = received + owed, paid_at = :now, reason = null,
                   next_try_at = null
             where tenant_id = :tenant and invoice_id = :invoice and state in ('open', 'failed', 'unconfirmed')
            returning new.received - old.received
            """;

    private static final String RECORD = """
            insert into billing.manual_payment (tenant_id, invoice_id, reseller_id, amount, received_on, way, evidence,
                   recorded_by, recorded_at)
            values (:tenant, :invoice, :reseller, :amount, :received, :way, :evidence, :by, :now)
            """;

    private final InvoiceService invoices;
    private final TenantService tenants;
    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    ManualPayments(
            InvoiceService invoices,
            TenantService tenants,
            DatabaseClient database,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.invoices = invoices;
        this.tenants = tenants;
        this.database = database;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /**
     * Writes down that all that is left of an invoice is paid. Owners and administrators of the brand owner that sold may.
     *
     * @return refused with {@code not-found} for an invoice of somebody else, with {@code billing.payment-invalid} for a day
     *     before the invoice or ahead, or without evidence, with {@code billing.not-to-pay} where it is paid already or a
     *     payment of it is under way
     */
    public Mono<Void> record(TenantId customer, InvoiceId invoice, ManualPayment payment) {
        return invoices.owedBy(customer, invoice)
                .filter(found -> isPossible(found, payment))
                .switchIfEmpty(
                        Mono.error(
                                () -> new Refused(
                                        Failure.Invalid.of(
                                                "billing.payment-invalid",
                                                "Say on which day the money came, not before the invoice and not ahead, and by what it can be checked."))))
                .then(Mono.defer(() -> tenants.acting(customer)))
                .flatMap(acting -> write(acting, invoice, payment)
                        .then(broadcast.send(Settlement.CHANNEL, customer.toString()))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(acting)));
    }

    /** Whoever wrote the invoice and its customer may live in different days: a day counts that has begun anywhere. */
    private boolean isPossible(Invoice invoice, ManualPayment payment) {
        int length = payment.evidence().strip().length();
        return length > 0
                && length <= 200
                && !payment.receivedOn().isBefore(LocalDate.ofInstant(invoice.issuedAt(), LAST))
                && !payment.receivedOn().isAfter(LocalDate.ofInstant(clock.instant(), FIRST));
    }

    Mono<Void> write(Acting acting, InvoiceId invoice, ManualPayment payment) {
        var now = clock.instant();
        Mono<Long> paid = database.sql(PAY)
                .bind("tenant", acting.tenant().value())
                .bind("invoice", invoice.value())
                .bind("now", now)
                .mapValue(Long.class)
                .one();
        return paid.switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "billing.not-to-pay", "Nothing is to be paid here: it is paid, or a payment is under way."))))
                .flatMap(amount -> recorded(acting, invoice, payment, amount, now));
    }

    private Mono<Void> recorded(Acting acting, InvoiceId invoice, ManualPayment payment, long amount, Instant now) {
        return database.sql(RECORD)
                .bind("tenant", acting.tenant().value())
                .bind("invoice", invoice.value())
                .bind("reseller", acting.reseller().value())
                .bind("amount", amount)
                .bind("received", payment.receivedOn())
                .bind("way", payment.way().name().toLowerCase(Locale.ROOT))
                .bind("evidence", payment.evidence().strip())
                .bind("by", acting.actor().id())
                .bind("now", now)
                .then();
    }
}
