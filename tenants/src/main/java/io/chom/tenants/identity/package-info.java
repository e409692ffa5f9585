/** People: their memberships and roles, and the identity provider that logs them in. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform::mail", "tenancy", "tenancy::domains"})
@NullMarked
package io.chom.tenants.identity;

import org.jspecify.annotations.NullMarked;
