package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells of credit notes, at once when there is one. */
@Component
@ConditionalOnRole("worker")
class CreditRounds extends Rounds {

    private static final Duration PACE = Duration.ofSeconds(30);

    private final CreditRun run;
    private final Broadcast broadcast;

    CreditRounds(CreditRun run, Broadcast broadcast) {
        this.run = run;
        this.broadcast = broadcast;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.merge(Flux.interval(PACE), broadcast.listen(Settlement.CHANNEL));
    }

    @Override
    protected Mono<Void> round() {
        return part(run.all());
    }
}
