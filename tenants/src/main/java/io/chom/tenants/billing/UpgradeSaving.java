package io.chom.tenants.billing;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A dearer plan with which a whole period of the same usage would cost less.
 *
 * @param plan on sale
 * @param saved what it would cost less, more than nothing
 */
public record UpgradeSaving(Plan plan, Money saved) {

    /** The one with which most is saved; empty where the present plan is the cheapest for what was used so far. */
    public static Optional<UpgradeSaving> find(UsageOverview overview, Catalogues catalogues) {
        Map<MeterId, BigDecimal> used = overview.meters().stream()
                .collect(Collectors.toMap(one -> one.meter().id(), MeterUsage::used));
        Money now = cost(overview.plan(), used, catalogues);
        return catalogues.plans(overview.plan().catalogue()).stream()
                .filter(plan -> plan.price().compareTo(overview.plan().price()) > 0)
                .map(plan -> new UpgradeSaving(plan, now.minus(cost(plan, used, catalogues))))
                .filter(one -> one.saved().minor() > 0)
                .max(Comparator.comparing(UpgradeSaving::saved));
    }

    private static Money cost(Plan plan, Map<MeterId, BigDecimal> used, Catalogues catalogues) {
        return Rating.metered(plan, catalogues::meter, meter -> used.getOrDefault(meter, BigDecimal.ZERO))
                .map(MeterUsage::overageCost)
                .reduce(plan.price(), Money::plus);
    }
}
