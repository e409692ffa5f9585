package io.chom.tenants.billing.increase;

import io.chom.tenants.billing.increase.DueIncreases.Untold;
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

/** Tells whoever decides of requests that nobody has told them of: at once, and again until it succeeds. */
@Component
@ConditionalOnRole("worker")
class IncreaseRounds extends Rounds {

    /** Heals what was missed. */
    private static final Duration PACE = Duration.ofMinutes(1);

    private final DueIncreases due;
    private final IncreaseNotices notices;
    private final Broadcast broadcast;

    IncreaseRounds(DueIncreases due, IncreaseNotices notices, Broadcast broadcast) {
        this.due = due;
        this.notices = notices;
        this.broadcast = broadcast;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.merge(Flux.interval(PACE), broadcast.listen(IncreaseService.CHANNEL));
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
        var seller = new Acting(one.seller(), one.seller(), Actor.job("limit increases"));
        return part(notices.tell(one.seller(), one.increase()).contextWrite(TenantContext.as(seller)));
    }
}
