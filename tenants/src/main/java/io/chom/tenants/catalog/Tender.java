package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import java.util.Currency;
import java.util.List;

/**
 * One of the currencies that a catalogue sells in, as its prices are read.
 *
 * @param currency which
 * @param all of the catalogue, the main one first
 */
record Tender(Currency currency, List<Currency> all) {

    /** The amount that a price comes to in it. */
    Money money(Field price) {
        return in(price).money(currency);
    }

    /** The price of one unit in it, which may be finer than its minor unit. */
    UnitPrice unitPrice(Field price) {
        return in(price).unitPrice(currency);
    }

    /** Where it is said: at the price itself, or under the name of the currency beside those of all others. */
    private Field in(Field price) {
        if (!price.hasEntries()) {
            if (all.size() > 1) {
                throw price.wrong("must say a price in each currency of the catalogue: { "
                        + String.join(
                                ", ", codes().stream().map(one -> one + ": …").toList()) + " }.");
            }
            return price;
        }
        price.children().filter(one -> !codes().contains(one.name())).forEach(one -> {
            throw one.wrong("is no currency of this catalogue, which is sold in " + String.join(", ", codes()) + ".");
        });
        var said = price.at(currency.getCurrencyCode());
        if (!said.present()) {
            throw said.wrong("is missing: every price stands in each currency of the catalogue, which is sold in "
                    + String.join(", ", codes()) + ".");
        }
        return said;
    }

    private List<String> codes() {
        return all.stream().map(Currency::getCurrencyCode).toList();
    }
}
