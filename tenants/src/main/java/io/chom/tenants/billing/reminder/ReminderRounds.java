package io.chom.tenants.billing.reminder;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks again and again for what somebody is to be reminded of. */
@Component
@ConditionalOnRole("worker")
class ReminderRounds extends Rounds {

    private static final Duration PACE = Duration.ofMinutes(1);

    private final ReminderRun run;

    ReminderRounds(ReminderRun run) {
        this.run = run;
    }

    @Override
    protected Flux<?> beats() {
        return Flux.interval(PACE);
    }

    @Override
    protected Mono<Void> round() {
        return part(run.remind());
    }
}
