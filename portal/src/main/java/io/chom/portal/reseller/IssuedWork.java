package io.chom.portal.reseller;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.credit.Creditable;
import io.chom.tenants.billing.credit.IssuedInvoice;
import io.chom.tenants.billing.credit.NewCredit;
import io.chom.tenants.billing.payment.RefundId;
import io.chom.tenants.billing.payment.Refunds;
import io.chom.tenants.platform.Failure;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a reseller wants done about what it billed: credit it, and write down what it paid back by hand. */
final class IssuedWork extends Work<IssuedWork.Page> {

    private final CreditService credits;
    private final Refunds refunds;
    private volatile Optional<Creditable> open = Optional.empty();
    private volatile Optional<CreditNote> written = Optional.empty();

    IssuedWork(CreditService credits, Refunds refunds) {
        this.credits = credits;
        this.refunds = refunds;
    }

    /**
     * What there is to see.
     *
     * @param issued the newest first
     * @param open what is about to be credited
     * @param written the credit note that was written last
     * @param refusal why the last wish was refused
     */
    record Page(
            List<IssuedInvoice> issued,
            Optional<Creditable> open,
            Optional<CreditNote> written,
            Optional<Failure> refusal) {}

    void open(Invoice invoice) {
        wish(() -> credits.creditable(invoice.customer(), invoice.id()).doOnNext(found -> {
            open = Optional.of(found);
            written = Optional.empty();
        }));
    }

    void close() {
        wish(() -> Mono.fromRunnable(() -> open = Optional.empty()));
    }

    void credit(Invoice invoice, NewCredit wanted) {
        wish(() -> credits.credit(invoice.customer(), invoice.id(), wanted).doOnNext(note -> {
            open = Optional.empty();
            written = Optional.of(note);
        }));
    }

    void paidBack(Invoice invoice, RefundId refund, String evidence) {
        wish(() -> refunds.paidBack(invoice.customer(), refund, evidence));
    }

    @Override
    protected Mono<Page> found() {
        return credits.issued().map(issued -> new Page(issued, open, written, refusal()));
    }

    @Override
    public Flux<?> changes() {
        return credits.changes();
    }
}
