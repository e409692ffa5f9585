/** Tells the payment provider what is used, so that its meters stand where ours do. */
@NullMarked
package io.chom.tenants.billing.metering;

import org.jspecify.annotations.NullMarked;
