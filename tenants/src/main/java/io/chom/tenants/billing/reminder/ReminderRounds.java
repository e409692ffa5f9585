package io.chom.tenants.billing.reminder;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.PacedRounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks again and again for what somebody is to be reminded of. */
@Component
@ConditionalOnRole("worker")
class ReminderRounds extends PacedRounds {

    private static final Duration PACE = Duration.ofMinutes(1);

    ReminderRounds(ReminderRun run) {
        super(PACE, run::remind);
    }
}
