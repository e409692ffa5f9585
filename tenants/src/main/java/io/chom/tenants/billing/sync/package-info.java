/**
 * The turns in which the payment provider learns of everybody it knows what changed here: usage, subscriptions and paid invoices
 * each see to their own.
 */
@NullMarked
package io.chom.tenants.billing.sync;

import org.jspecify.annotations.NullMarked;
