package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a plan includes of one meter, and what happens beyond it.
 *
 * @param meter what is limited
 * @param included quantity per period, zero or more
 * @param enforcement what happens beyond
 * @param overagePrice price of one unit beyond; set exactly when {@link Enforcement#METERED}
 */
public record Allowance(
        MeterId meter,
        BigDecimal included,
        Enforcement enforcement,
        @Nullable Money overagePrice) {

    /** What happens beyond the included quantity. */
    public enum Enforcement {
        /** It is billed. */
        METERED,
        /** The tenant is warned. */
        SOFT,
        /** It stops, and an increase can be requested. */
        HARD
    }

    public Allowance {
        if (included.signum() < 0) {
            throw new IllegalArgumentException("An allowance of " + meter + " cannot be negative.");
        }
        if ((enforcement == Enforcement.METERED) != (overagePrice != null)) {
            throw new IllegalArgumentException(
                    "A metered allowance, and only that, has an overage price: " + meter + ".");
        }
    }
}
