/**
 * Has what is sold stand at the payment provider as well, as a subscription with its trial, discount, pause and end, and what is
 * paid as an invoice with its lines, payments and credit notes. Bills are written and charged here, so that the provider never
 * collects anything by itself.
 */
@NullMarked
package io.chom.tenants.billing.mirror;

import org.jspecify.annotations.NullMarked;
