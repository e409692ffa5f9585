package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;

/** A running subscription with the plan as it was sold. */
public record Bought(Subscription subscription, Plan plan) {

    /** @throws IllegalStateException if its catalogue is not among the files any more */
    static Bought of(Subscription running, Catalogues catalogues) {
        Plan plan = catalogues
                .plan(running.catalogue(), running.version(), running.plan())
                .orElseThrow(() -> new IllegalStateException("Subscription " + running.id() + " was sold from version "
                        + running.version() + " of the catalogue " + running.catalogue() + ", plan " + running.plan()
                        + ", which is not among the catalogue files."));
        return new Bought(running, plan);
    }

    TenantId customer() {
        return subscription.customer();
    }

    /** The billing period that an instant lies in. */
    public Period period(Instant now) {
        return subscription.period(now);
    }
}
