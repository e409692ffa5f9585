package io.chom.tenants.billing;

import io.chom.tenants.platform.Money;
import java.util.List;

/**
 * What the running period would cost if nothing more were used.
 *
 * @param lines base price first, then one line per billed overage
 * @param total exactly the sum of the lines
 */
public record Estimate(List<Line> lines, Money total) {

    public Estimate {
        lines = List.copyOf(lines);
        Money sum = lines.stream().map(Line::amount).reduce(Money.zero(total.currency()), Money::plus);
        if (!sum.equals(total)) {
            throw new IllegalArgumentException("The lines add up to " + sum + ", not to " + total + ".");
        }
    }

    /**
     * One charge, explained.
     *
     * @param label what for, such as "Bandwidth overage"
     * @param formula how it was calculated: "12 GB over 100 GB × $0.05"
     */
    public record Line(String label, String formula, Money amount) {}
}
