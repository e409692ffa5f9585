/** Programs: API keys, their scopes and how they authenticate. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform::web", "tenancy", "tenancy::web"})
@NullMarked
package io.chom.tenants.developer;

import org.jspecify.annotations.NullMarked;
