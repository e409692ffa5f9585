/** What customers are told of what they use and what it will cost: alerts, budgets, summaries, each exactly once. */
@NamedInterface("alert")
@NullMarked
package io.chom.tenants.billing.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
