/** What can be bought: meters, plans, allowances and prices, in versioned catalogues. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.chom.tenants.catalog;

import org.jspecify.annotations.NullMarked;
