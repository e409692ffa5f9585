/** Billing details: who a tenant is on invoices and, where it sells, what tax it charges. */
@NullMarked
package io.chom.portal.details;

import org.jspecify.annotations.NullMarked;
