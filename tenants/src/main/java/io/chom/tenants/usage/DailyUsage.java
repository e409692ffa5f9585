package io.chom.tenants.usage;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Quantity of one meter on one day, in UTC where no zone was asked for.
 *
 * @param day the day
 * @param quantity by the aggregation of its meter
 */
public record DailyUsage(LocalDate day, BigDecimal quantity) {}
