/**
 * Has what is sold stand at the payment provider as well, as a subscription with its trial, discount, pause and end. Bills are
 * written and charged here, so that the provider never collects what it would bill for it.
 */
@NullMarked
package io.chom.tenants.billing.mirror;

import org.jspecify.annotations.NullMarked;
