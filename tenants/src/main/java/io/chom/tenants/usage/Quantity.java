package io.chom.tenants.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much one event tells of.
 *
 * @param value zero to 10¹², at most six fraction digits, and held with exactly six: equal amounts are equal
 */
public record Quantity(BigDecimal value) {

    static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    static final int DECIMALS = 6;

    public Quantity {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A quantity is 0 to 1,000,000,000,000 with at most 6 decimals.");
        }
        value = value.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** Looks at size first: a number such as 1e999999999 must not be written out. */
    public static boolean isValid(BigDecimal value) {
        return value.signum() >= 0
                && value.compareTo(MOST) <= 0
                && value.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** The same amount with no more digits than it needs, and written out: 100, not 1E+2 or 100.000000. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
    }
}
