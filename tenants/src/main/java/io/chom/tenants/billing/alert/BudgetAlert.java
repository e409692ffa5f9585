package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A part of a budget was reached.
 *
 * @param startsOn first day of the period
 * @param threshold which part, in percent
 * @param budget the budget then
 * @param bill the estimated bill then
 * @param at when it was found
 */
public record BudgetAlert(LocalDate startsOn, int threshold, Money budget, Money bill, Instant at) implements Alert {}
