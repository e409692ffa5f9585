/** What every module stands on: who acts, transactions bound to a tenant, events, refusals. Knows no other module. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package io.chom.tenants.platform;

import org.jspecify.annotations.NullMarked;
