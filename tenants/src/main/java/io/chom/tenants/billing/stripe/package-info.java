/** Payments by Stripe, through Stripe's own client. */
@NullMarked
package io.chom.tenants.billing.stripe;

import org.jspecify.annotations.NullMarked;
