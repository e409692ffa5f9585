package io.chom.tenants.platform;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * The price of one of something, which may be finer than a minor unit: a call can cost a hundredth of a cent.
 *
 * @param amount in major units, zero or more, at most 12 decimals
 * @param currency ISO 4217
 */
public record UnitPrice(BigDecimal amount, Currency currency) {

    /** As fine as the payment provider's <a href="https://docs.stripe.com/api/prices">unit_amount_decimal</a>, in cents. */
    private static final int DECIMALS = 12;

    /** The most minor units that any quantity costs: hundreds of them add up, and nobody ever owes so much. */
    public static final long MOST = 10_000_000_000_000_000L;

    public UnitPrice {
        if (amount.signum() < 0 || amount.scale() > DECIMALS) {
            throw new IllegalArgumentException(
                    "A price of one is zero or more, with at most " + DECIMALS + " decimals, not " + amount + ".");
        }
    }

    /** A price such as {@code of("0.0005", USD)}. */
    public static UnitPrice of(String amount, Currency currency) {
        return new UnitPrice(new BigDecimal(amount), currency);
    }

    /** A price of whole minor units. */
    public static UnitPrice of(Money money) {
        return new UnitPrice(money.major(), money.currency());
    }

    /** The same in whole minor units; empty if it is finer than that. */
    public Optional<Money> whole() {
        var minor = amount.movePointRight(currency.getDefaultFractionDigits()).stripTrailingZeros();
        return minor.scale() > 0 ? Optional.empty() : Optional.of(new Money(minor.longValueExact(), currency));
    }

    /**
     * What so many cost, rounded half up to what can be paid, and at most {@link #MOST}: whoever reports more than a price has
     * digits for must not keep the bills of everybody from being added up.
     */
    public Money times(BigDecimal quantity) {
        var most = BigDecimal.valueOf(MOST, currency.getDefaultFractionDigits());
        return Money.rounded(amount.multiply(quantity).min(most), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
