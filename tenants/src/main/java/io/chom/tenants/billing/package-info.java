/** What it costs: subscriptions, rating of usage and the running estimate. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "tenancy", "catalog", "usage"})
@NullMarked
package io.chom.tenants.billing;

import org.jspecify.annotations.NullMarked;
