package io.chom.tenants.billing;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import io.chom.theming.CurrencyRoom;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** How amounts and quantities read inside a formula. The one place that formats them in this module. */
final class Wording {

    private static final Locale LOCALE = Locale.US;

    private Wording() {}

    /** Such as "$1,284.50" or "¥500". */
    static String of(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(LOCALE);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return CurrencyRoom.in(format.format(money.major()));
    }

    /** Such as "$0.05" or "$0.0005": every digit of the price, at least those of the currency. */
    static String of(UnitPrice price) {
        NumberFormat format = NumberFormat.getCurrencyInstance(LOCALE);
        format.setCurrency(price.currency());
        format.setMinimumFractionDigits(price.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(Math.max(
                price.currency().getDefaultFractionDigits(), price.amount().scale()));
        return CurrencyRoom.in(format.format(price.amount()));
    }

    /** Such as "12.5 %": every digit, no trailing zeros. */
    static String percent(BigDecimal percent) {
        return of(percent, "%");
    }

    /** Such as "1,240.5 GB": every digit that was counted, no trailing zeros. */
    static String of(BigDecimal quantity, String unit) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(LOCALE)).format(quantity) + " "
                + unit;
    }

    /** "Pro", or "Pro (5 seats)" where it is sold by the seat. */
    static String title(Plan plan) {
        int seats = plan.seatCount();
        return seats == 0 ? plan.name() : "%s (%d %s)".formatted(plan.name(), seats, seats == 1 ? "seat" : "seats");
    }

    /** "$79.00", or "$20.00 + 4 seats at $12.00 = $68.00". */
    static String price(Plan plan, Term term) {
        var seats = plan.seats();
        return seats == null || seats.more() == 0
                ? of(plan.price(term))
                : "%s + %d %s at %s = %s"
                        .formatted(
                                of(plan.bare(term)),
                                seats.more(),
                                seats.more() == 1 ? "seat" : "seats",
                                of(seats.price(term)),
                                of(plan.price(term)));
    }
}
