package io.chom.tenants.billing;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;

/** A running subscription with the plan as it was sold. */
record Bought(Subscription subscription, Plan plan) {

    TenantId customer() {
        return subscription.customer();
    }

    Period period(Instant now) {
        return subscription.period(now);
    }
}
