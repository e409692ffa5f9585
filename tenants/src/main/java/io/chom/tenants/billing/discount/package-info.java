/** Discounts within guardrails: given by whoever sells, approved by others beyond what they may give, and every step kept. */
@NamedInterface("discount")
@NullMarked
package io.chom.tenants.billing.discount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
