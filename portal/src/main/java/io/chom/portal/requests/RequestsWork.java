package io.chom.portal.requests;

import io.chom.portal.live.Work;
import io.chom.tenants.billing.discount.Discount;
import io.chom.tenants.billing.discount.DiscountDesk;
import io.chom.tenants.billing.discount.DiscountDesk.Wished;
import io.chom.tenants.billing.increase.Increase;
import io.chom.tenants.billing.increase.IncreaseDesk;
import io.chom.tenants.billing.increase.IncreaseService;
import io.chom.tenants.platform.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is decided about requests for more, and about discounts. */
final class RequestsWork extends Work<RequestsWork.Page> {

    private final IncreaseDesk desk;
    private final DiscountDesk discounts;

    RequestsWork(IncreaseDesk desk, DiscountDesk discounts) {
        this.desk = desk;
        this.discounts = discounts;
    }

    /**
     * What there is to see.
     *
     * @param all what waits in front
     * @param wished discounts that need or needed an approval, what waits in front
     * @param refusal why the last wish was refused
     */
    record Page(List<Increase> all, List<Wished> wished, Optional<Failure> refusal) {

        Page {
            all = List.copyOf(all);
            wished = List.copyOf(wished);
        }
    }

    /**
     * @param limit empty where what was typed is none
     * @param until the last day with it; null for as long as the subscription runs
     */
    void grant(Increase which, Optional<BigDecimal> limit, @Nullable LocalDate until, String answer) {
        wish(() -> limit.map(granted -> desk.grant(which.customer(), which.id(), granted, until, answer))
                .orElseGet(() -> Mono.error(IncreaseService.noLimit())));
    }

    void decline(Increase which, String answer) {
        wish(() -> desk.decline(which.customer(), which.id(), answer));
    }

    void end(Increase which) {
        wish(() -> desk.end(which.customer(), which.id()));
    }

    void approve(Discount which) {
        wish(() -> discounts.approve(which.customer(), which.id()));
    }

    void refuse(Discount which, String words) {
        wish(() -> discounts.refuse(which.customer(), which.id(), words));
    }

    void withdraw(Discount which) {
        wish(() -> discounts.withdraw(which.customer(), which.id()));
    }

    @Override
    protected Mono<Page> found() {
        return Mono.zip(desk.current(), discounts.current())
                .map(found -> new Page(found.getT1(), found.getT2(), refusal()));
    }

    @Override
    public Flux<?> changes() {
        return Flux.merge(desk.changes(), discounts.changes());
    }
}
