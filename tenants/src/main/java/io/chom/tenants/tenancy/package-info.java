/** The tree of tenants, the hosts they are served on and the brands they wear. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform::web", "platform::mail", "platform::egress"})
@NullMarked
package io.chom.tenants.tenancy;

import org.jspecify.annotations.NullMarked;
