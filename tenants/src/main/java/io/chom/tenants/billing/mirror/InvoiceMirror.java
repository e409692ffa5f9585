package io.chom.tenants.billing.mirror;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.mirror.InvoiceMirrorBook.Due;
import io.chom.tenants.billing.mirror.MirrorProvider.Holder;
import io.chom.tenants.billing.mirror.MirrorProvider.Refusal;
import io.chom.tenants.billing.sync.PayerSync;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Has the invoices of a payer stand at the provider once they are paid, so that what it took stands beside what it was for.
 * Before, nobody could pay one there that is paid here meanwhile.
 */
@Service
@Order(3)
class InvoiceMirror implements PayerSync {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceMirror.class);

    /** In a turn; of what was paid before the provider was told of any, the rest follows in the next ones. */
    private static final int MOST = 24;

    private final InvoiceService invoices;
    private final CreditService credits;
    private final InvoiceMirrorBook book;
    private final InvoiceMirrorProvider provider;
    private final TransactionalOperator transactions;

    InvoiceMirror(
            InvoiceService invoices,
            CreditService credits,
            InvoiceMirrorBook book,
            InvoiceMirrorProvider provider,
            TransactionalOperator transactions) {
        this.invoices = invoices;
        this.credits = credits;
        this.book = book;
        this.provider = provider;
        this.transactions = transactions;
    }

    /** Fails while the provider does not answer; what it refuses is logged, and keeps nothing else from being shown. */
    @Override
    public Mono<Void> tell(SyncedPayer payer) {
        return book.due(payer, MOST)
                .as(transactions::transactional)
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(one -> shown(payer, one))
                .then()
                .contextWrite(TenantContext.as(payer.job()));
    }

    private Mono<Void> shown(SyncedPayer payer, Due due) {
        var holder = new Holder(payer.account(), payer.customer());
        return paid(payer, due)
                .flatMap(invoice -> name(payer, holder, due, invoice)
                        .flatMap(name -> provider.show(holder, name, invoice))
                        .then(Mono.defer(() ->
                                book.shown(payer, due.id(), invoice.credited()).as(transactions::transactional))))
                .onErrorResume(Refusal.class, refusal -> refused(payer, due, refusal));
    }

    /** What was asked before without an answer is looked for first: asked again it might be begun twice. */
    private Mono<String> name(SyncedPayer payer, Holder holder, Due due, PaidInvoice invoice) {
        if (due.name() != null) {
            return Mono.just(due.name());
        }
        var begun = due.isBegun()
                ? provider.begun(holder, invoice).flatMap(Mono::justOrEmpty)
                : book.begin(payer, due.id()).as(transactions::transactional).<String>then(Mono.empty());
        return begun.switchIfEmpty(Mono.defer(() -> provider.begin(holder, invoice)))
                .flatMap(name -> book.named(payer, due.id(), name)
                        .as(transactions::transactional)
                        .thenReturn(name));
    }

    private Mono<PaidInvoice> paid(SyncedPayer payer, Due due) {
        return invoices.find(due.id())
                .zipWith(credits.notes(List.of(due.id())))
                .flatMap(read -> Mono.zip(
                                book.payments(payer, due.id()),
                                book.byHand(
                                        payer, due.id(), read.getT1().invoice().total()))
                        .as(transactions::transactional)
                        .map(money -> paid(
                                due.key(payer),
                                read.getT1(),
                                read.getT2().getOrDefault(due.id(), List.of()),
                                money.getT1(),
                                money.getT2())));
    }

    private static PaidInvoice paid(
            String key, ItemisedInvoice itemised, List<CreditNote> notes, List<String> payments, Money byHand) {
        var invoice = itemised.invoice();
        return new PaidInvoice(
                key,
                invoice.number(),
                invoice.total(),
                invoice.issuedAt(),
                itemised.lines().stream().map(InvoiceMirror::line).toList(),
                notes.stream()
                        .map(note -> new PaidInvoice.Credit(note.number(), note.reason(), note.total()))
                        .toList(),
                payments,
                byHand);
    }

    private static PaidInvoice.Line line(LineItem line) {
        return new PaidInvoice.Line(
                line.formula().isEmpty() ? line.label() : line.label() + ": " + line.formula(), line.amount());
    }

    private Mono<Void> refused(SyncedPayer payer, Due due, Refusal refusal) {
        InvoiceId id = due.id();
        LOG.error("The provider does not show invoice {}: {}", id, refusal.getMessage());
        return book.refused(payer, id, String.valueOf(refusal.getMessage())).as(transactions::transactional);
    }
}
