package io.chom.tenants.billing.metering;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.PacedRounds;
import org.springframework.stereotype.Component;

/** Tells the provider what is used, again and again. */
@Component
@ConditionalOnRole("worker")
class MeteringRounds extends PacedRounds {

    MeteringRounds(MeteringRun run, MeteringProperties properties) {
        super(properties.pace(), run::all);
    }
}
