package io.chom.tenants.billing.sync;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.PacedRounds;
import org.springframework.stereotype.Component;

/** Tells the provider what it is to learn, again and again. */
@Component
@ConditionalOnRole("worker")
class SyncRounds extends PacedRounds {

    SyncRounds(SyncRun run, SyncProperties properties) {
        super(properties.pace(), run::all);
    }
}
