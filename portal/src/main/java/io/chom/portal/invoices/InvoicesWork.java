package io.chom.portal.invoices;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.ItemisedInvoice;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.dunning.Course;
import io.chom.tenants.billing.dunning.DunningService;
import io.chom.tenants.billing.payment.PaymentPortal;
import io.chom.tenants.billing.payment.PaymentService;
import io.chom.tenants.billing.payment.PaymentService.Means;
import io.chom.tenants.billing.payment.Refund;
import io.chom.tenants.billing.payment.Refunds;
import io.chom.tenants.platform.Failure;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody wants done about invoices: pay one, leave a card, look after cards. All are done on pages of the payment provider. */
final class InvoicesWork extends Work<InvoicesWork.Page> {

    /** Five years of them. */
    private static final int MOST = 60;

    /** The name of a visit to the page that the provider has for cards and the address; other visits have names of its own. */
    private static final String PORTAL = "portal";

    private final InvoiceService invoices;
    private final PaymentService payments;
    private final PaymentPortal portal;
    private final CreditService credits;
    private final Refunds refunds;
    private final DunningService dunning;
    private final URI back;
    private final AtomicReference<Optional<URI>> next = new AtomicReference<>(Optional.empty());

    /** @param back address of the screen, to which the pages lead back */
    InvoicesWork(
            InvoiceService invoices,
            PaymentService payments,
            PaymentPortal portal,
            CreditService credits,
            Refunds refunds,
            DunningService dunning,
            URI back) {
        this.invoices = invoices;
        this.payments = payments;
        this.portal = portal;
        this.credits = credits;
        this.refunds = refunds;
        this.dunning = dunning;
        this.back = back;
    }

    /**
     * What there is to see.
     *
     * @param invoices the newest first
     * @param notes what puts them right, the oldest first; one that has none is absent
     * @param refunds what goes back of them; one of which nothing does is absent
     * @param courses how those go on that wait to be paid
     * @param means how they can be paid
     * @param refusal why the last wish was refused
     */
    record Page(
            List<ItemisedInvoice> invoices,
            Map<InvoiceId, List<CreditNote>> notes,
            Map<InvoiceId, List<Refund>> refunds,
            Map<InvoiceId, Course> courses,
            Means means,
            Optional<Failure> refusal) {}

    void pay(InvoiceId invoice) {
        wish(() -> payments.pay(invoice, back).doOnNext(page -> next.set(Optional.of(page))));
    }

    void changeCard() {
        wish(() -> payments.changeCard(back).doOnNext(page -> next.set(Optional.of(page))));
    }

    void openPortal() {
        wish(() -> portal.open(URI.create(back + "?" + PaymentService.VISIT + "=" + PORTAL))
                .doOnNext(page -> next.set(Optional.of(page))));
    }

    /** Somebody has come back from a page, with this name of their visit. */
    void returned(String visit) {
        wish(() -> visit.equals(PORTAL) ? portal.returned() : payments.returned(visit));
    }

    /** The page to go to now, once. */
    Optional<URI> next() {
        return next.getAndSet(Optional.empty());
    }

    @Override
    protected Mono<Page> found() {
        return invoices.latest(MOST).flatMap(found -> {
            var heads = found.stream().map(ItemisedInvoice::invoice).toList();
            var ids = heads.stream().map(Invoice::id).toList();
            return Mono.zip(credits.notes(ids), refunds.of(ids), dunning.courses(heads), payments.means())
                    .map(read -> new Page(found, read.getT1(), read.getT2(), read.getT3(), read.getT4(), refusal()));
        });
    }

    @Override
    public Flux<?> changes() {
        return invoices.changes();
    }
}
