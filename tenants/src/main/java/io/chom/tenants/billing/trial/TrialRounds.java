package io.chom.tenants.billing.trial;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.PacedRounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks again and again for trials that end. */
@Component
@ConditionalOnRole("worker")
class TrialRounds extends PacedRounds {

    private static final Duration PACE = Duration.ofMinutes(1);

    TrialRounds(TrialRun run) {
        super(PACE, run::tell);
    }
}
