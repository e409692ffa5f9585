package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.discount.DueDiscounts.Untold;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import io.chom.tenants.platform.TenantContext;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells who decides and who sells of what nobody has told them: at once, and again until it succeeds. */
@Component
@ConditionalOnRole("worker")
class DiscountRounds extends Rounds {

    /** Heals what was missed. */
    private static final Duration PACE = Duration.ofMinutes(1);

    private final DueDiscounts due;
    private final DiscountNotices notices;
    private final Broadcast broadcast;

    DiscountRounds(DueDiscounts due, DiscountNotices notices, Broadcast broadcast) {
        this.due = due;
        this.notices = notices;
        this.broadcast = broadcast;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.merge(Flux.interval(PACE), broadcast.listen(DiscountService.CHANNEL));
    }

    @Override
    protected Mono<Void> round() {
        return due.untold()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(this::tell)
                .then();
    }

    private Mono<Void> tell(Untold one) {
        var house = new Acting(one.house(), one.house(), Actor.job("discounts"));
        return part(notices.tell(one).contextWrite(TenantContext.as(house)));
    }
}
