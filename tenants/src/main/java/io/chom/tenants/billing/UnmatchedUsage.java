package io.chom.tenants.billing;

import io.chom.tenants.catalog.Meter;
import io.chom.tenants.usage.Span;
import java.math.BigDecimal;

/**
 * What was counted of a meter for which nobody is billed.
 *
 * @param meter what was used
 * @param span when: a billing period or the part of it that is known, or a time without a subscription
 * @param quantity how much, by the aggregation of the meter
 * @param reason why nobody is billed
 */
public record UnmatchedUsage(Meter meter, Span span, BigDecimal quantity, Unmatch reason) {}
