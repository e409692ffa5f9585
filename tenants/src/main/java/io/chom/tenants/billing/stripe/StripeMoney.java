package io.chom.tenants.billing.stripe;

import io.chom.tenants.platform.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * Amounts as Stripe writes them: whole minor units, but of two currencies without minor units in hundredths all the same
 * (docs.stripe.com/currencies, special cases).
 */
final class StripeMoney {

    private static final Set<String> HUNDREDTHS = Set.of("ISK", "UGX");

    private StripeMoney() {}

    static long amount(Money money) {
        return money.minor() * factor(money.currency());
    }

    static String currency(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    /** @throws ArithmeticException if it is no whole number of minor units */
    static Money of(long amount, String currency) {
        var known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        long factor = factor(known);
        if (amount % factor != 0) {
            throw new ArithmeticException(amount + " " + currency + " is no whole amount.");
        }
        return new Money(amount / factor, known);
    }

    private static long factor(Currency currency) {
        return HUNDREDTHS.contains(currency.getCurrencyCode()) ? 100 : 1;
    }
}
