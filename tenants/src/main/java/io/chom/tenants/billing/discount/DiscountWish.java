package io.chom.tenants.billing.discount;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A discount that somebody wants to give.
 *
 * @param percent more than 0 and at most 100, at most two digits behind the point
 * @param periods for how many months or years that are paid for, 1 to {@link #MOST_PERIODS}; null without end
 * @param reason why; at most {@link #LONGEST_REASON} characters, at least one
 */
public record DiscountWish(BigDecimal percent, @Nullable Integer periods, String reason) {

    /** The most periods that can be counted. */
    public static final int MOST_PERIODS = 36;

    /** In characters. */
    public static final int LONGEST_REASON = 500;

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public DiscountWish {
        reason = reason.strip();
    }

    /**
     * Looks at size first: 1e999999999 must not be written out.
     *
     * @throws Refused with {@code discount.percent}, {@code discount.periods} or {@code discount.reason}
     */
    void check() {
        if (percent.signum() <= 0
                || percent.compareTo(ALL) > 0
                || percent.stripTrailingZeros().scale() > 2) {
            throw noPercent();
        }
        if (periods != null && (periods < 1 || periods > MOST_PERIODS)) {
            throw noPeriods();
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Refused(Failure.Invalid.of(
                    "discount.reason", "Say why, in at most 500 characters: whoever approves of it reads it."));
        }
    }

    /** The refusal of what is no percentage, for whoever could not even read it. */
    public static Refused noPercent() {
        return new Refused(Failure.Invalid.of(
                "discount.percent",
                "A discount is more than 0 and at most 100 percent, with at most two digits behind the point."));
    }

    /** The refusal of what is no number of periods, likewise. */
    public static Refused noPeriods() {
        return new Refused(Failure.Invalid.of(
                "discount.periods", "A discount is for 1 to 36 months or years that are paid for, or without end."));
    }
}
