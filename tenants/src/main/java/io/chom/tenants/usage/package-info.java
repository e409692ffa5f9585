/** What was used: events counted exactly once, and their rollups. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "tenancy", "catalog"})
@NullMarked
package io.chom.tenants.usage;

import org.jspecify.annotations.NullMarked;
