package io.chom.tenants.billing;

import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a month of some usage costs with one plan: by the code that rates invoices, so that it is what would be billed.
 *
 * @param plan what is had, or could be
 * @param base what the plan itself comes to in a month, of a year that is paid in advance a twelfth
 * @param meters each against the plan's allowance, in the order of the plan; days are not looked at, so that an allowance of a
 *     day is left out
 * @param total that and what is billed beyond its allowances
 * @param isHad whether it is the one that is had
 */
public record WhatIf(Plan plan, Money base, List<MeterUsage> meters, Money total, boolean isHad) {

    public WhatIf {
        meters = List.copyOf(meters);
    }

    /**
     * The plan that is had and those on sale beside it by the same term, from the cheapest price to the dearest. One that says
     * the same as the plan that is had, in a later version, is not told beside it.
     *
     * @param had as it is paid, which is not how it is tried
     * @param off percent off their price
     * @param used of the whole month, zero or more; nothing of a meter that is missing
     */
    public static List<WhatIf> over(
            Plan had, Term term, BigDecimal off, Map<MeterId, BigDecimal> used, Catalogues catalogues) {
        return Stream.concat(
                        Stream.of(of(had, term, off, used, catalogues, true)),
                        catalogues.plans(had.catalogue(), had.currency()).stream()
                                .filter(plan ->
                                        plan.seats() == null || plan.seats().limit() >= had.seatCount())
                                .map(plan -> plan.seatedAs(had))
                                .filter(plan -> plan.isSoldBy(term))
                                .filter(plan -> !plan.isSoldAs(had) && !had.saysTheSame(plan, term))
                                .map(plan -> of(plan, term, off, used, catalogues, false)))
                .sorted(Comparator.comparing(WhatIf::base)
                        .thenComparing(one -> one.plan().slug())
                        .thenComparing(WhatIf::isHad))
                .toList();
    }

    private static WhatIf of(
            Plan plan, Term term, BigDecimal off, Map<MeterId, BigDecimal> used, Catalogues catalogues, boolean isHad) {
        List<MeterUsage> meters = plan.allowances().stream()
                .filter(allowance -> allowance.per() == Allowance.Per.MONTH)
                .flatMap(allowance -> catalogues.meter(allowance.meter()).stream()
                        .map(meter ->
                                Rating.rate(plan, meter, allowance, used.getOrDefault(meter.id(), BigDecimal.ZERO))))
                .toList();
        Money base = monthly(plan, term, off);
        Money total = meters.stream().map(MeterUsage::overageCost).reduce(base, Money::plus);
        return new WhatIf(plan, base, meters, total, isHad);
    }

    /** What a plan itself comes to in a month, without what is off. */
    static Money monthly(Plan plan, Term term, BigDecimal off) {
        Money price = Reductions.less(plan.price(term), off);
        return switch (term) {
            case MONTH -> price;
            case YEAR -> price.part(1, 12);
        };
    }

    /** What is billed beyond the allowances. */
    public List<MeterUsage> beyond() {
        return meters.stream().filter(one -> one.overageCost().minor() > 0).toList();
    }

    /** The meters of which the plan does not give so much: it stops before. */
    public List<MeterUsage> stops() {
        return meters.stream()
                .filter(one -> one.allowance().enforcement() == Allowance.Enforcement.HARD)
                .filter(one -> one.overage().signum() > 0)
                .toList();
    }

    /** The one that costs least among those that give so much, the one that is had where others cost the same. */
    public static Optional<WhatIf> cheapest(List<WhatIf> all) {
        return all.stream()
                .filter(one -> one.stops().isEmpty())
                .min(Comparator.comparing(WhatIf::total).thenComparing(one -> !one.isHad()));
    }
}
