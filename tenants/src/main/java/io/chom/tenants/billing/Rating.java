package io.chom.tenants.billing;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    /** The meters of a plan whose overage is billed, against what was used of each. */
    static Stream<MeterUsage> metered(
            Plan plan, Function<MeterId, Optional<Meter>> meters, Function<MeterId, BigDecimal> used) {
        return plan.allowances().stream()
                .filter(allowance -> allowance.enforcement() == Allowance.Enforcement.METERED)
                .flatMap(allowance -> meters.apply(allowance.meter()).stream()
                        .map(meter -> rate(plan, meter, allowance, used.apply(meter.id()))));
    }

    /** What a period comes to so far: base price and changes of it first, then what is billed beyond the allowances. */
    static Estimate estimate(Bought bought, Period period, List<MeterUsage> meters) {
        return Estimate.of(
                Stream.concat(
                                base(bought, period),
                                meters.stream()
                                        .filter(one -> one.overageCost().minor() > 0)
                                        .flatMap(one -> Formula.overage(one, period)))
                        .toList(),
                bought.plan().price().currency());
    }

    /** The price of the plan that the period began with, what each change within it adds, and what is off. A year is paid already. */
    private static Stream<LineItem> base(Bought bought, Period period) {
        Plan first = bought.begins(period);
        if (bought.year(period.from()).isPresent()) {
            return Stream.of(LineItem.prepaid(first.name(), first.price().currency(), period));
        }
        int of = bought.subscription().restartsOn(period.until())
                ? bought.subscription().month(period.start()).days()
                : period.days();
        var lines = Stream.concat(Stream.of(Formula.plan(first, period, of)), changes(bought, period, of))
                .toList();
        return Stream.concat(lines.stream(), Reductions.line(bought, period, lines).stream());
    }

    /** Those that are not paid at once. */
    private static Stream<LineItem> changes(Bought bought, Period period, int of) {
        List<PlanStep> steps = bought.steps();
        return IntStream.range(bought.first(period) + 1, steps.size())
                .filter(at -> steps.get(at).from().isBefore(period.until()))
                .filter(at -> !steps.get(at).isPaidAtOnce())
                .filter(at -> !bought.subscription().isTried(steps.get(at).from()))
                .mapToObj(at -> Formula.change(steps.get(at - 1).plan(), steps.get(at), period, of))
                .flatMap(Optional::stream);
    }

    private static Money cost(Plan plan, @Nullable Pricing price, BigDecimal overage) {
        return price == null ? Money.zero(plan.price().currency()) : price.cost(overage);
    }
}
