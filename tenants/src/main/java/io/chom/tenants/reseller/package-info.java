/** What a reseller and the platform see of those whom they serve. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "tenancy", "catalog", "usage", "billing"})
@NullMarked
package io.chom.tenants.reseller;

import org.jspecify.annotations.NullMarked;
