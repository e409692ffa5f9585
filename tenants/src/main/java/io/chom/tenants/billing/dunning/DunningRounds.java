package io.chom.tenants.billing.dunning;

import io.chom.tenants.billing.Settlement;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.PacedRounds;
import org.springframework.stereotype.Component;

/** Sees to unpaid invoices again and again, and at once when one is paid: who pays is back within seconds. */
@Component
@ConditionalOnRole("worker")
class DunningRounds extends PacedRounds {

    DunningRounds(DunningRun run, Broadcast broadcast, DunningProperties properties) {
        super(properties.pace(), broadcast, Settlement.CHANNEL, run::all);
    }
}
