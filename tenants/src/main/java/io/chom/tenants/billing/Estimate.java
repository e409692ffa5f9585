package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.platform.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a period comes to: the draft of its invoice while it runs, and the invoice when it is over.
 *
 * @param lines base price first, then the charges for what was used beyond the allowances
 * @param total exactly the sum of the lines
 */
public record Estimate(List<LineItem> lines, Money total) {

    public Estimate {
        lines = List.copyOf(lines);
        Money sum = sum(lines, total.currency());
        if (!sum.equals(total)) {
            throw new IllegalArgumentException("The lines add up to " + sum + ", not to " + total + ".");
        }
    }

    static Estimate of(List<LineItem> lines, Currency currency) {
        return new Estimate(lines, sum(lines, currency));
    }

    /** With the tax on it as the last line, where there is a rule for it; nothing is not taxed. */
    Estimate taxed(Optional<TaxRule> rule, Period days) {
        return lines.isEmpty()
                ? this
                : rule.map(known -> Formula.tax(known, total, days))
                        .map(tax ->
                                of(Stream.concat(lines.stream(), Stream.of(tax)).toList(), total.currency()))
                        .orElse(this);
    }

    /** The rule of the tax that is on it, if any. */
    Optional<TaxRule> rule() {
        return lines.stream()
                .map(LineItem::figures)
                .filter(LineItem.Taxed.class::isInstance)
                .map(figures -> ((LineItem.Taxed) figures).rule())
                .findFirst();
    }

    /** Without the tax that is on it. */
    Estimate untaxed() {
        return of(
                lines.stream().filter(line -> line.kind() != LineItem.Kind.TAX).toList(), total.currency());
    }

    private static Money sum(List<LineItem> lines, Currency currency) {
        return lines.stream().map(LineItem::amount).reduce(Money.zero(currency), Money::plus);
    }
}
