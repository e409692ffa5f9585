package io.chom.tenants.billing.payment;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.TenantService;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The money that goes back to customers. */
@Service
public class Refunds {

    private static final int LONGEST_EVIDENCE = 200;

    private final RefundBook book;
    private final TenantService tenants;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    Refunds(
            RefundBook book,
            TenantService tenants,
            TransactionalOperator transactions,
            Broadcast broadcast,
            Clock clock) {
        this.book = book;
        this.tenants = tenants;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** Those of these invoices, of the acting tenant or its customers, the oldest first; one without any is absent. */
    public Mono<Map<InvoiceId, List<Refund>>> of(Collection<InvoiceId> invoices) {
        return Permission.any("owner", "admin", "billing:read")
                .flatMap(acting -> of(book, invoices))
                .as(transactions::transactional);
    }

    /** The same in the transaction of the client, which may see them. */
    public static Mono<Map<InvoiceId, List<Refund>>> of(DatabaseClient database, Collection<InvoiceId> invoices) {
        return of(new RefundBook(database), invoices);
    }

    private static Mono<Map<InvoiceId, List<Refund>>> of(RefundBook book, Collection<InvoiceId> invoices) {
        return book.of(invoices).collect(Collectors.groupingBy(Refund::invoice));
    }

    /**
     * Has so much of what was paid for an invoice go back, and has a page on which too much would be paid looked at, in the
     * transaction of the client. {@link #hasten} once that is over.
     *
     * @param amount zero for nothing
     */
    public static Mono<Void> request(
            DatabaseClient database, TenantId customer, InvoiceId invoice, Money amount, Instant now) {
        var back = amount.minor() > 0 ? new RefundBook(database).request(customer, invoice, amount, now) : Mono.empty();
        return back.then(new Payments(database).look(customer, invoice, now));
    }

    /** Has what is to be seen to seen to at this moment. */
    public Mono<Void> hasten() {
        return broadcast.send(PaymentRounds.DUE, "");
    }

    /**
     * Writes down that money was given back by hand. Owners and administrators of the brand owner that has to may,
     * and the platform's operator what the platform has to.
     *
     * @param evidence by what it can be checked, 1–200 characters
     * @return refused with {@code credit.evidence-missing} without evidence, with {@code credit.not-to-pay-back} where nothing
     *     is to be given back by hand, with {@code not-found} for a customer of somebody else
     */
    public Mono<Void> paidBack(TenantId customer, RefundId id, String evidence) {
        var said = evidence.strip();
        return Permission.any("owner", "admin", "operator")
                .filter(acting -> !acting.tenant().equals(customer) && acting.isReseller())
                .switchIfEmpty(Permission.denied())
                .filter(acting -> !said.isEmpty() && said.length() <= LONGEST_EVIDENCE)
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.Invalid.of(
                        "credit.evidence-missing", "Say by what it can be checked, in at most 200 characters."))))
                .flatMap(issuer ->
                        tenants.acting(customer).flatMap(acting -> written(acting, issuer.tenant(), id, said)));
    }

    private Mono<Void> written(Acting acting, TenantId issuer, RefundId id, String evidence) {
        return book.paidBack(acting, issuer, id, evidence, clock.instant())
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "credit.not-to-pay-back", "Nothing is to be paid back by hand here any more."))))
                .flatMap(changed ->
                        broadcast.send(Settlement.CHANNEL, acting.tenant().toString()))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(acting));
    }
}
