package io.chom.tenants.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a plan includes of one meter, and what happens beyond it.
 *
 * @param meter what is limited
 * @param included quantity, zero or more
 * @param per how long it lasts before it is there again
 * @param enforcement what happens beyond
 * @param overage what is paid for the quantity beyond; set exactly when {@link Enforcement#METERED}
 */
public record Allowance(
        MeterId meter,
        BigDecimal included,
        Per per,
        Enforcement enforcement,
        @Nullable Pricing overage) {

    /** How long an included quantity lasts. */
    public enum Per {
        /** A billing period. */
        MONTH,
        /** A day in the time zone of the subscription. */
        DAY
    }

    /** What happens beyond the included quantity. */
    public enum Enforcement {
        /** It is billed. */
        METERED,
        /** The tenant is warned. */
        SOFT,
        /** It stops, and an increase can be requested. */
        HARD
    }

    /** The same up to a higher limit, where it stops at one. */
    Allowance raised(BigDecimal limit) {
        return enforcement == Enforcement.HARD
                ? new Allowance(meter, included.max(limit), per, enforcement, overage)
                : this;
    }

    public Allowance {
        if (included.signum() < 0) {
            throw new IllegalArgumentException("An allowance of " + meter + " cannot be negative.");
        }
        if ((enforcement == Enforcement.METERED) != (overage != null)) {
            throw new IllegalArgumentException(
                    "A metered allowance, and only that, has an overage price: " + meter + ".");
        }
        if (per == Per.DAY && enforcement == Enforcement.METERED) {
            throw new IllegalArgumentException("Overage is billed by the period, never by the day: " + meter + ".");
        }
    }
}
