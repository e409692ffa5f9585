/** Stripe's protocol without Stripe: what the portal needs of it, no money moves. */
@NullMarked
package io.chom.embedded.stripe;

import org.jspecify.annotations.NullMarked;
