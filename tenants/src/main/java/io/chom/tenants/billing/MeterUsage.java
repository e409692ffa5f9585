package io.chom.tenants.billing;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One meter of a period, or of its running day: how much was used of what is included, and what the rest costs so far.
 *
 * @param meter what is counted
 * @param allowance what the plan includes
 * @param used quantity so far
 * @param overage quantity beyond what is included, zero or more
 * @param overageCost price of that overage; zero where overage is not billed
 */
public record MeterUsage(Meter meter, Allowance allowance, BigDecimal used, BigDecimal overage, Money overageCost) {

    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /**
     * Share of the included quantity in percent; 100 for anything used of nothing included. Rounded down, so that 100
     * is never shown before the allowance is reached.
     */
    public int percent() {
        if (allowance.included().signum() == 0) {
            return used.signum() == 0 ? 0 : 100;
        }
        return used.movePointRight(2)
                .divide(allowance.included(), 0, RoundingMode.DOWN)
                .min(MOST)
                .intValueExact();
    }

    /** How near the allowance is. */
    public Level level() {
        int percent = percent();
        if (percent >= 100) {
            return Level.REACHED;
        }
        if (percent >= 90) {
            return Level.NEAR;
        }
        return percent >= 80 ? Level.CLOSE : Level.FINE;
    }

    /** Bands of an allowance: below 80 %, from 80 %, from 90 %, from 100 %. */
    public enum Level {
        FINE,
        CLOSE,
        NEAR,
        REACHED
    }
}
