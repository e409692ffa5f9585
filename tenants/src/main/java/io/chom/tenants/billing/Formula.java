package io.chom.tenants.billing;

import io.chom.tenants.catalog.Pricing.Charge;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A charge is a sentence: "12 GB over your 100 GB × $0.05 = $0.60".
 *
 * @param text how it was calculated
 * @param amount what it comes to
 */
record Formula(String text, Money amount) {

    /** The charges for what was used beyond an allowance, each with its own sentence. */
    static Stream<Formula> charges(MeterUsage usage) {
        var overage = usage.allowance().overage();
        List<Charge> charges = overage == null ? List.of() : overage.charges(usage.overage());
        return IntStream.range(0, charges.size()).mapToObj(at -> of(usage, charges.get(at), at == 0));
    }

    private static Formula of(MeterUsage usage, Charge charge, boolean isFirst) {
        String flat = charge.flat().minor() == 0 ? "" : " + " + Wording.of(charge.flat());
        return new Formula(
                quantity(usage, charge, isFirst) + " × " + Wording.of(charge.price()) + flat + " = "
                        + Wording.of(charge.amount()),
                charge.amount());
    }

    private static String quantity(MeterUsage usage, Charge charge, boolean isFirst) {
        String unit = usage.meter().unit();
        String counted = charge.size().compareTo(BigDecimal.ONE) == 0
                ? Wording.of(charge.units(), unit)
                : Wording.of(charge.units(), "× " + Wording.of(charge.size(), unit));
        return isFirst ? counted + " over your " + Wording.of(usage.allowance().included(), unit) : "then " + counted;
    }
}
