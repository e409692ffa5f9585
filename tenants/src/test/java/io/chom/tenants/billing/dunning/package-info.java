/** Tests of dunning, against PostgreSQL. */
@NullMarked
package io.chom.tenants.billing.dunning;

import org.jspecify.annotations.NullMarked;
