package io.chom.tenants.billing;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Proration;
import java.time.LocalDate;

/**
 * A plan and when a subscription had it.
 *
 * @param from its first day, in the zone of the subscription
 * @param plan as it was sold
 * @param proration what it costs for the rest of the period that the day lies in; of no meaning for the first plan
 */
public record PlanStep(LocalDate from, Plan plan, Proration proration) {}
