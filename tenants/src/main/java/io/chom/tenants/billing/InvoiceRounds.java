package io.chom.tenants.billing;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.PacedRounds;
import org.springframework.stereotype.Component;

/** Looks again and again for periods that are over. */
@Component
@ConditionalOnRole("worker")
class InvoiceRounds extends PacedRounds {

    InvoiceRounds(InvoiceRun run, BillingProperties properties) {
        super(properties.pace(), run::all);
    }
}
