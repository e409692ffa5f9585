package io.chom.tenants.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;

/**
 * An amount of one currency in its minor units (cents for USD, whole yen for JPY). The one place where rounding is
 * named: half up, at the line, to what can be paid. Of a dinar that has thousandths cards pay whole hundredths only, so that the
 * last digit of what is reckoned is a zero (docs.stripe.com/currencies, three-decimal currencies).
 *
 * @param minor minor units, negative for a credit
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** Amounts of several currencies, each currency by itself: what is less in one says nothing about another. */
    public static final Comparator<Money> EACH_CURRENCY = Comparator.comparing(
                    (Money money) -> money.currency().getCurrencyCode())
            .thenComparingLong(Money::minor);

    /** As many digits as can be paid at most. */
    private static final int PAYABLE_DIGITS = 2;

    /** Nothing, in this currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** An amount such as {@code of("0.05", USD)}; more digits than the currency has are refused. */
    public static Money of(String major, Currency currency) {
        return new Money(
                new BigDecimal(major)
                        .movePointRight(currency.getDefaultFractionDigits())
                        .longValueExact(),
                currency);
    }

    /** An exact amount of major units, rounded half up to what can be paid. */
    public static Money rounded(BigDecimal major, Currency currency) {
        return new Money(
                major.setScale(payableDigits(currency), RoundingMode.HALF_UP)
                        .movePointRight(currency.getDefaultFractionDigits())
                        .longValueExact(),
                currency);
    }

    /** How many digits after the point an amount may have that is to be paid. */
    public static int payableDigits(Currency currency) {
        return Math.min(PAYABLE_DIGITS, currency.getDefaultFractionDigits());
    }

    /** Whether it can be paid as it is; what was reckoned here can. */
    public boolean canBePaid() {
        return rounded(major(), currency).equals(this);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException beyond 64 bits
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /** The difference, under the rules of {@link #plus}. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    /** This amount times a factor, such as the share of a period, rounded half up to what can be paid. */
    public Money times(BigDecimal factor) {
        return rounded(major().multiply(factor), currency);
    }

    /**
     * So many of so many equal parts of this amount, such as days of a period, rounded half up to what can be paid.
     *
     * @param of more than 0
     */
    public Money part(long parts, long of) {
        return rounded(
                major().multiply(BigDecimal.valueOf(parts))
                        .divide(BigDecimal.valueOf(of), payableDigits(currency), RoundingMode.HALF_UP),
                currency);
    }

    /** In major units, with exactly the digits of the currency. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Amounts in " + currency + " and " + other.currency + " do not add up.");
        }
        return other;
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency;
    }
}
