/** Tells customers in time of what will be charged again: a year that is renewed, a plan whose pause ends. */
@NullMarked
package io.chom.tenants.billing.reminder;

import org.jspecify.annotations.NullMarked;
