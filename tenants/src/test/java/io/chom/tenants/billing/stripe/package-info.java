/** The sandbox that tests of payments ask in Stripe's place. */
@NullMarked
package io.chom.tenants.billing.stripe;

import org.jspecify.annotations.NullMarked;
