/** Billing details: who a tenant is on paper, and what tax follows from who both sides of an invoice are. */
@NamedInterface("details")
@NullMarked
package io.chom.tenants.billing.details;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
