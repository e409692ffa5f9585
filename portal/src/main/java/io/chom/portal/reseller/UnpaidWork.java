package io.chom.portal.reseller;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.dunning.DunningService;
import io.chom.tenants.billing.dunning.Ladder;
import io.chom.tenants.billing.dunning.LadderService;
import io.chom.tenants.billing.dunning.Rung;
import io.chom.tenants.billing.dunning.Unpaid;
import io.chom.tenants.billing.payment.ManualPayment;
import io.chom.tenants.billing.payment.ManualPayments;
import io.chom.tenants.platform.Failure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a reseller wants done about what is unpaid: give time, write down a payment, change the steps. */
final class UnpaidWork extends Work<UnpaidWork.Page> {

    private final DunningService dunning;
    private final ManualPayments payments;
    private final LadderService ladders;
    private volatile String product = LadderService.ALL;

    UnpaidWork(DunningService dunning, ManualPayments payments, LadderService ladders) {
        this.dunning = dunning;
        this.payments = payments;
        this.ladders = ladders;
    }

    /**
     * What there is to see.
     *
     * @param unpaid what fell due first in front
     * @param product whose ladder it is
     * @param ladder what is done about it
     * @param refusal why the last wish was refused
     */
    record Page(List<Unpaid> unpaid, String product, Ladder ladder, Optional<Failure> refusal) {}

    /** @param until null takes the time back */
    void hold(Invoice invoice, @Nullable LocalDate until) {
        wish(() -> dunning.hold(invoice.customer(), invoice.id(), until));
    }

    void paid(Invoice invoice, ManualPayment payment) {
        wish(() -> payments.record(invoice.customer(), invoice.id(), payment));
    }

    void choose(String catalogue) {
        wish(() -> Mono.fromRunnable(() -> product = catalogue));
    }

    void change(List<Rung> rungs) {
        wish(() -> ladders.change(product, rungs));
    }

    @Override
    protected Mono<Page> found() {
        return dunning.unpaid()
                .zipWith(ladders.of(product), (unpaid, ladder) -> new Page(unpaid, product, ladder, refusal()));
    }

    @Override
    public Flux<?> changes() {
        return dunning.changes();
    }
}
