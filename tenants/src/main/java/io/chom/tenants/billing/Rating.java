package io.chom.tenants.billing;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What usage costs under a plan. Pure: the same plan and quantities give the same lines on every day and machine. */
final class Rating {

    private Rating() {}

    /** One meter against its allowance. */
    static MeterUsage rate(Plan plan, Meter meter, Allowance allowance, BigDecimal used) {
        BigDecimal overage = used.subtract(allowance.included()).max(BigDecimal.ZERO);
        return new MeterUsage(meter, allowance, used, overage, cost(plan, allowance.overage(), overage));
    }

    /** The bill so far: base price first, then what is billed beyond the allowances. */
    static Estimate estimate(Plan plan, List<MeterUsage> meters) {
        List<Estimate.Line> lines = Stream.concat(
                        Stream.of(base(plan)),
                        meters.stream()
                                .filter(one -> one.overageCost().minor() > 0)
                                .flatMap(Rating::lines))
                .toList();
        Money zero = Money.zero(plan.price().currency());
        return new Estimate(lines, lines.stream().map(Estimate.Line::amount).reduce(zero, Money::plus));
    }

    private static Money cost(Plan plan, @Nullable Pricing price, BigDecimal overage) {
        return price == null ? Money.zero(plan.price().currency()) : price.cost(overage);
    }

    private static Estimate.Line base(Plan plan) {
        return new Estimate.Line(plan.name() + " plan", Wording.of(plan.price()) + " a month", plan.price());
    }

    private static Stream<Estimate.Line> lines(MeterUsage one) {
        return Formula.charges(one)
                .map(said -> new Estimate.Line(one.meter().name() + " overage", said.text(), said.amount()));
    }
}
