package io.chom.tenants.billing;

import java.math.BigDecimal;

/**
 * What a meter will have come to at the end of its period, never less than what was used so far.
 *
 * @param soFar how it stands
 * @param low four of five times, in the long run, it lies between this
 * @param expected the likeliest
 * @param high and this
 */
public record MeterForecast(MeterUsage soFar, BigDecimal low, BigDecimal expected, BigDecimal high) {

    /** Whether it will be beyond what is included, and is not yet. */
    public boolean isToReach() {
        var included = soFar.allowance().included();
        return soFar.used().compareTo(included) < 0 && expected.compareTo(included) >= 0;
    }
}
