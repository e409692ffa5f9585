package io.chom.tenants.billing;

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
import java.util.stream.Collectors;

/**
 * A dearer plan, paid for by the same term, with which a whole month of the same usage would cost less.
 *
 * @param plan on sale
 * @param saved what it would cost less in a month, more than nothing; of a year a twelfth
 */
public record UpgradeSaving(Plan plan, Money saved) {

    /** The one with which most is saved; empty where the present plan is the cheapest for what was used so far. */
    public static Optional<UpgradeSaving> find(UsageOverview overview, Catalogues catalogues) {
        Map<MeterId, BigDecimal> used = overview.meters().stream()
                .collect(Collectors.toMap(one -> one.meter().id(), MeterUsage::used));
        Term term = overview.term();
        List<WhatIf> all = WhatIf.over(overview.plan(), term, overview.off(), used, catalogues);
        Money now = all.stream().filter(WhatIf::isHad).findFirst().orElseThrow().total();
        return all.stream()
                .filter(one -> one.plan().price(term).compareTo(overview.plan().price(term)) > 0)
                .filter(one -> one.stops().isEmpty())
                .map(one -> new UpgradeSaving(one.plan(), now.minus(one.total())))
                .filter(one -> one.saved().minor() > 0)
                .max(Comparator.comparing(UpgradeSaving::saved));
    }
}
