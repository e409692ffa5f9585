package io.chom.tenants.billing;

import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import java.time.LocalDate;

/**
 * What a subscription becomes.
 *
 * @param from the first day of the new plan, in the zone of the subscription
 * @param version version of its catalogue
 * @param plan slug of the new plan
 * @param proration what it costs for the rest of the period that the day lies in
 * @param term how long it is paid for at once
 * @param seats how many; 0 for those that the plan includes, and where it is not sold by the seat
 */
public record PlanChange(LocalDate from, int version, String plan, Proration proration, Term term, int seats) {}
