package io.chom.portal.formats;

import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Pricing.Charge;
import java.math.BigDecimal;

/**
 * How a charge was calculated, as a sentence: "12 GB over your 100 GB × $0.05 = $0.60".
 *
 * @param language in which
 */
public record ChargeWords(Language language) {

    /**
     * One charge for what lies beyond an allowance.
     *
     * @param included what the plan includes of the meter
     * @param isFirst whether it is the first charge of its meter; the others go on from it
     */
    public String sentence(Meter meter, BigDecimal included, Charge charge, boolean isFirst) {
        var amount = language.formats().money(charge.amount());
        return isFirst
                ? language.say(
                        "usage.over.billed",
                        counted(meter, charge),
                        language.quantity(included, meter),
                        price(charge),
                        amount)
                : language.say("usage.over.then", counted(meter, charge), price(charge), amount);
    }

    private String counted(Meter meter, Charge charge) {
        return charge.size().compareTo(BigDecimal.ONE) == 0
                ? exactly(charge.units(), meter)
                : language.formats().number(charge.units(), 0) + " × " + language.quantity(charge.size(), meter);
    }

    /** With every digit that was counted, so that whoever multiplies gets the amount. */
    private String exactly(BigDecimal quantity, Meter meter) {
        var named = language.worded(meter);
        return language.formats().number(quantity, Math.max(0, quantity.scale())) + "\u00a0" + named.unit(quantity);
    }

    private String price(Charge charge) {
        var price = language.formats().money(charge.price());
        return charge.flat().minor() == 0
                ? price
                : price + " + " + language.formats().money(charge.flat());
    }
}
