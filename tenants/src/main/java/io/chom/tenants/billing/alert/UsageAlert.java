package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.MeterId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A part of an allowance was reached.
 *
 * @param meter of what
 * @param per how long the allowance lasts
 * @param startsOn first day of the period, or the day
 * @param threshold which part, in percent
 * @param used the quantity then
 * @param included the allowance then
 * @param at when it was found
 */
public record UsageAlert(
        MeterId meter,
        Allowance.Per per,
        LocalDate startsOn,
        int threshold,
        BigDecimal used,
        BigDecimal included,
        Instant at)
        implements Alert {

    /** Of a usage as it is seen at this moment. */
    static UsageAlert of(UsageOverview overview, MeterUsage usage, int threshold) {
        var allowance = usage.allowance();
        return new UsageAlert(
                usage.meter().id(),
                allowance.per(),
                startOf(overview, allowance.per()),
                threshold,
                usage.used(),
                allowance.included(),
                overview.asOf());
    }

    private static LocalDate startOf(UsageOverview overview, Allowance.Per per) {
        return switch (per) {
            case MONTH -> overview.period().from();
            case DAY -> LocalDate.ofInstant(overview.asOf(), overview.period().zone());
        };
    }
}
