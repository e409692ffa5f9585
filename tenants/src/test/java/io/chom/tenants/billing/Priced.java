package io.chom.tenants.billing;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Seats;
import io.chom.tenants.platform.Money;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** Plans of which nothing matters but what they cost. */
final class Priced {

    private Priced() {}

    static Plan plan(String name, Money price) {
        return new Plan("x", 1, "p", name, price, Set.of(), List.of());
    }

    /** An amount near this one that can be paid. */
    static Money payable(long minor, Currency currency) {
        return Money.rounded(new Money(minor, currency).major(), currency);
    }

    /** How many minor units the smallest amount is that can be paid. */
    static long smallest(Currency currency) {
        return new Money(1, currency).canBePaid() ? 1 : 10;
    }

    /** The same plan, sold by the seat: each beyond the first costs a tenth and a bit more than the plan. */
    static Plan bySeat(Plan plan) {
        var currency = plan.price().currency();
        var each = payable(plan.price().minor() / 10 + 7, currency);
        var year = payable(each.minor() * 10 + 1, currency);
        return new Plan(
                plan.catalogue(),
                plan.version(),
                plan.slug(),
                plan.name(),
                plan.price(),
                plan.yearly(),
                plan.trialDays(),
                plan.entitlements(),
                plan.allowances(),
                new Seats(1, each, year, 20, 1));
    }
}
