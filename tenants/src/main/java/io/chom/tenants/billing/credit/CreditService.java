package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.IssuerReads;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.Settlement;
import io.chom.tenants.billing.payment.Refund;
import io.chom.tenants.billing.payment.Refunds;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.TenantService;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts right what was issued. Owners and administrators of the brand owner that sold may credit, and the platform's operator
 * what brand owners bought; everybody who sees an invoice sees its credit notes.
 */
@Service
public class CreditService {

    private static final Actor JOB = Actor.job("credits");

    private final InvoiceService invoices;
    private final IssuerReads reads;
    private final Crediting crediting;
    private final CreditNotes notes;
    private final Refunds refunds;
    private final TenantService tenants;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;

    CreditService(
            InvoiceService invoices,
            IssuerReads reads,
            Crediting crediting,
            CreditNotes notes,
            Refunds refunds,
            TenantService tenants,
            TransactionalOperator transactions,
            Broadcast broadcast) {
        this.invoices = invoices;
        this.reads = reads;
        this.crediting = crediting;
        this.notes = notes;
        this.refunds = refunds;
        this.tenants = tenants;
        this.transactions = transactions;
        this.broadcast = broadcast;
    }

    private record Sold(Acting customer, ItemisedInvoice itemised) {}

    /**
     * What of an invoice that the acting tenant issued can be credited, and what that would do. Refused with
     * {@code not-found} for one that somebody else issued, there or not.
     */
    public Mono<Creditable> creditable(TenantId customer, InvoiceId invoice) {
        return sold(customer, invoice)
                .flatMap(sold -> notes.creditable(sold.itemised())
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(sold.customer())));
    }

    /**
     * Credits an invoice that the acting tenant issued. What is not paid yet is owed no more; what was paid goes back, to the
     * card if it came from one. Wanted twice with the same identity, it is done once.
     *
     * @return the credit note. Refused with {@code not-found} for an invoice that somebody else issued, with
     *     {@code credit.reason-missing} without a reason, with {@code credit.out-of-range} for more than is left of a line or
     *     of the invoice, with {@code credit.nothing-left} where all is credited, with {@code credit.under-review} while
     *     people look into how it was paid
     */
    public Mono<CreditNote> credit(TenantId customer, InvoiceId invoice, NewCredit wanted) {
        int length = wanted.reason().strip().length();
        return sold(customer, invoice)
                .filter(sold -> length > 0 && length <= NewCredit.LONGEST_REASON)
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.Invalid.of(
                        "credit.reason-missing", "Say why, in at most 500 characters: your customer reads it."))))
                .flatMap(sold -> crediting.write(sold.customer(), sold.itemised(), wanted))
                .flatMap(note -> broadcast
                        .send(Settlement.CHANNEL, customer.toString())
                        .then(refunds.hasten())
                        .thenReturn(note));
    }

    /** What the acting seller's customers were billed lately, at most 200 invoices, the newest first. */
    public Mono<List<IssuedInvoice>> issued() {
        return invoices.issued().flatMap(all -> {
            var heads = all.stream().map(ItemisedInvoice::invoice).toList();
            var ids = heads.stream().map(Invoice::id).toList();
            var customers = heads.stream().map(Invoice::customer).distinct().toList();
            return reads.read(
                            (acting, across) -> new CreditNotes(across).of(ids).zipWith(Refunds.of(across, ids)))
                    .zipWith(
                            tenants.names(customers),
                            (put, names) -> all.stream()
                                    .map(one -> issued(one, names, put.getT1(), put.getT2()))
                                    .toList());
        });
    }

    private static IssuedInvoice issued(
            ItemisedInvoice one,
            Map<TenantId, String> names,
            Map<InvoiceId, List<CreditNote>> notes,
            Map<InvoiceId, List<Refund>> refunds) {
        var id = one.invoice().id();
        return new IssuedInvoice(
                one,
                Objects.requireNonNull(names.get(one.invoice().customer())),
                notes.getOrDefault(id, List.of()),
                refunds.getOrDefault(id, List.of()));
    }

    /** Those of these invoices, of the acting tenant or its customers, the oldest first; one without any is absent. */
    public Mono<Map<InvoiceId, List<CreditNote>>> notes(Collection<InvoiceId> of) {
        return Permission.any("owner", "admin", "billing:read")
                .flatMap(acting -> notes.of(of))
                .as(transactions::transactional);
    }

    /** Something, whenever something may be different. */
    public Flux<?> changes() {
        return invoices.issuedChanges();
    }

    /** The invoice with its lines, read as a job: who may see it follows from who issued it. */
    private Mono<Sold> sold(TenantId customer, InvoiceId invoice) {
        return reads.issuer()
                .flatMap(issuer -> tenants.acting(customer)
                        .flatMap(acting -> invoices.find(invoice)
                                .contextWrite(TenantContext.as(new Acting(acting.tenant(), acting.reseller(), JOB)))
                                .filter(found -> found.invoice().issuer().equals(issuer.tenant()))
                                .map(found -> new Sold(acting, found))))
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("invoice"))));
    }
}
