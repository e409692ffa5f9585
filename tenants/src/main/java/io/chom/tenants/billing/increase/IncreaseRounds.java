package io.chom.tenants.billing.increase;

import io.chom.tenants.billing.increase.DueIncreases.Untold;
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

/** Tells whoever decides of requests that nobody has told them of: at once, and again until it succeeds. */
@Component
@ConditionalOnRole("worker")
class IncreaseRounds extends DueRounds<Untold> {

    /** Heals what was missed. */
    private static final Duration PACE = Duration.ofMinutes(1);

    private final DueIncreases due;
    private final IncreaseNotices notices;

    IncreaseRounds(DueIncreases due, IncreaseNotices notices, Broadcast broadcast) {
        super(broadcast, IncreaseService.CHANNEL, PACE, 1);
        this.due = due;
        this.notices = notices;
    }

    @Override
    protected Flux<Untold> take(int most) {
        return due.untold();
    }

    @Override
    protected Mono<Void> see(Untold one) {
        var seller = new Acting(one.seller(), one.seller(), Actor.job("limit increases"));
        return notices.tell(one.seller(), one.increase()).contextWrite(TenantContext.as(seller));
    }
}
