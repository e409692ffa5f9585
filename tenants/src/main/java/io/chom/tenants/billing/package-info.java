/** What it costs: subscriptions, rating of usage and the running estimate. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform::mail",
            "tenancy",
            "tenancy::domains",
            "catalog",
            "usage",
            "usage::probe"
        })
@NullMarked
package io.chom.tenants.billing;

import org.jspecify.annotations.NullMarked;
