/** Tells who tries a plan that the trial is about to end, and that it has. */
@NullMarked
package io.chom.tenants.billing.trial;

import org.jspecify.annotations.NullMarked;
