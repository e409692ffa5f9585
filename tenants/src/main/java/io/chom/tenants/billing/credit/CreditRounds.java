package io.chom.tenants.billing.credit;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.PacedRounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Gives back what is left when a subscription is over, and tells of credit notes, at once when there is one. */
@Component
@ConditionalOnRole("worker")
class CreditRounds extends PacedRounds {

    private static final Duration PACE = Duration.ofSeconds(30);

    CreditRounds(LeftCreditRun left, CreditRun run, Broadcast broadcast) {
        super(PACE, broadcast, Settlement.CHANNEL, () -> left.all().then(run.all()));
    }
}
