/** Programs: API keys, their scopes and how they authenticate; how much they may call and what they called. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform::web", "tenancy", "tenancy::web", "catalog"})
@NullMarked
package io.chom.tenants.developer;

import org.jspecify.annotations.NullMarked;
