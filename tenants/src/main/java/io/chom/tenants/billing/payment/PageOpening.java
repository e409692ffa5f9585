package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.payment.Payment.Way;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Has an invoice paid on a page, of which there is one at a time however many tabs ask for it. */
@Service
class PageOpening {

    private static final String LOCK = """
            select state from billing.settlement where tenant_id = :tenant and invoice_id = :invoice and issuer_id = :issuer
               for update
            """;

    private final PaymentProvider provider;
    private final Payments payments;
    private final Collecting collecting;
    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Clock clock;

    PageOpening(
            PaymentProvider provider,
            Payments payments,
            Collecting collecting,
            DatabaseClient database,
            TransactionalOperator transactions,
            Clock clock) {
        this.provider = provider;
        this.payments = payments;
        this.collecting = collecting;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The address of the page. What is under way is looked at first: it may be paid or over by now. */
    Mono<URI> open(Payer payer, InvoiceId invoice, URI back) {
        return payments.underWay(payer.tenant(), invoice)
                .as(transactions::transactional)
                .flatMap(collecting::see)
                .then(Mono.defer(() -> written(payer, invoice, back).as(transactions::transactional)))
                .flatMap(this::address);
    }

    /** Somebody comes back from a page. */
    Mono<Void> returned(TenantId payer, String session) {
        return payments.ofSession(payer, session)
                .as(transactions::transactional)
                .flatMap(collecting::see);
    }

    private Mono<Payment> written(Payer payer, InvoiceId invoice, URI back) {
        return standing(payer, invoice)
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("invoice"))))
                .filter(state -> !state.equals("paid") && !state.equals("checking"))
                .switchIfEmpty(Mono.error(() ->
                        new Refused(new Failure.Conflict("billing.invoice-paid", "This invoice is paid already."))))
                .flatMap(state -> payments.underWay(payer.tenant(), invoice))
                .switchIfEmpty(Mono.defer(
                        () -> payments.begin(PaymentId.next(), payer, invoice, back.toString(), clock.instant())));
    }

    private Mono<String> standing(Payer payer, InvoiceId invoice) {
        return database.sql(LOCK)
                .bind("tenant", payer.tenant().value())
                .bind("invoice", invoice.value())
                .bind("issuer", payer.payee().issuer().value())
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one();
    }

    private Mono<URI> address(Payment payment) {
        var page = payment.page();
        if (payment.way() == Way.CARD) {
            return Mono.error(new Refused(new Failure.Conflict(
                    "billing.payment-under-way", "A payment of this invoice is under way. Look again in a minute.")));
        }
        return page != null
                ? Mono.just(URI.create(page))
                : provider.openPage(payment.charge(), URI.create(Objects.requireNonNull(payment.back())))
                        .flatMap(opened -> payments.opened(payment, opened)
                                .as(transactions::transactional)
                                .thenReturn(opened.address()));
    }
}
