package io.chom.theming.documents;

import io.chom.theming.PlainText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an {@link Invoice}. It explains its amount and is not asked to prove it: what is charged for a part of a month
 * is rarely the product of what stands beside it.
 *
 * @param description what is charged
 * @param explanation how the amount came about, such as the formula of an overage or the days of a part of a month
 * @param period for what time, if not for the invoice's
 * @param quantity how much of it
 * @param unit of the quantity, such as {@code GB}; null for things that are counted
 * @param price of one unit in major units, with as many digits as it needs
 * @param discount what was taken off already
 * @param taxRate in per cent; null where no tax is named
 * @param amount in minor units, after the discount and before tax; negative for a credit
 */
public record Line(
        String description,
        @Nullable String explanation,
        @Nullable Days period,
        BigDecimal quantity,
        @Nullable String unit,
        BigDecimal price,
        @Nullable Discount discount,
        @Nullable BigDecimal taxRate,
        long amount) {

    public Line {
        description = PlainText.cleaned(description);
        explanation = explanation == null ? null : PlainText.cleaned(explanation);
        unit = unit == null ? null : PlainText.cleaned(unit);
    }

    /**
     * What was taken off a line.
     *
     * @param label why, such as {@code 10 % for a year}
     * @param amount in minor units, 0 or more
     */
    public record Discount(String label, long amount) {

        /** @throws IllegalArgumentException if the amount is negative */
        public Discount {
            label = PlainText.cleaned(label);
            if (amount < 0) {
                throw new IllegalArgumentException("What a discount takes off is 0 or more");
            }
        }
    }
}
