package io.chom.tenants.billing.discount;

import io.chom.tenants.billing.discount.DueDiscounts.Untold;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.DueRounds;
import io.chom.tenants.platform.TenantContext;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells who decides and who sells of what nobody has told them: at once, and again until it succeeds. */
@Component
@ConditionalOnRole("worker")
class DiscountRounds extends DueRounds<Untold> {

    /** Heals what was missed. */
    private static final Duration PACE = Duration.ofMinutes(1);

    private final DueDiscounts due;
    private final DiscountNotices notices;

    DiscountRounds(DueDiscounts due, DiscountNotices notices, Broadcast broadcast) {
        super(broadcast, DiscountService.CHANNEL, PACE, 1);
        this.due = due;
        this.notices = notices;
    }

    @Override
    protected Flux<Untold> take(int most) {
        return due.untold();
    }

    @Override
    protected Mono<Void> see(Untold one) {
        var house = new Acting(one.house(), one.house(), Actor.job("discounts"));
        return notices.tell(one).contextWrite(TenantContext.as(house));
    }
}
