package io.chom.tenants.billing.trial;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks again and again for trials that end. */
@Component
@ConditionalOnRole("worker")
class TrialRounds extends Rounds {

    private static final Duration PACE = Duration.ofMinutes(1);

    private final TrialRun run;

    TrialRounds(TrialRun run) {
        this.run = run;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(PACE);
    }

    @Override
    protected Mono<Void> round() {
        return part(run.tell());
    }
}
