package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks again and again for summaries and tasks that are due. */
@Component
@ConditionalOnRole("worker")
class ReportRounds extends Rounds {

    private static final Duration PACE = Duration.ofMinutes(1);

    private final ReportRun run;

    ReportRounds(ReportRun run) {
        this.run = run;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(PACE);
    }

    @Override
    protected Mono<Void> round() {
        return part(run.weeks()).then(part(run.periods())).then(part(run.tasks()));
    }
}
