package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a customer means to spend in a period.
 *
 * @param amount more than nothing
 */
public record Budget(Money amount) {

    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    public Budget {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("A budget is more than nothing, not " + amount + ".");
        }
    }

    /** How much of it a bill takes, in percent, rounded down; 0 for one that gives something back. */
    public int percent(Money bill) {
        return bill.major()
                .movePointRight(2)
                .divide(amount.major(), 0, RoundingMode.DOWN)
                .max(BigDecimal.ZERO)
                .min(MOST)
                .intValueExact();
    }
}
