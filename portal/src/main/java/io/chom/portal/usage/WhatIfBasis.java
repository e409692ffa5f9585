package io.chom.portal.usage;

import io.chom.tenants.billing.MeterForecast;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Where "what if" begins.
 *
 * @param had the plan that is had, as it is paid
 * @param term how long it is paid for at once
 * @param off percent off the prices of plans
 * @param meters what was used of it in the running period
 * @param forecast how that is likely to end; empty where nobody knows
 */
record WhatIfBasis(Plan had, Term term, BigDecimal off, List<MeterUsage> meters, Optional<UsageForecast> forecast) {

    /** Allowances of a day cost nothing in any plan: there is nothing to reckon with. */
    WhatIfBasis {
        meters = meters.stream()
                .filter(one -> one.allowance().per() == Allowance.Per.MONTH)
                .toList();
    }

    /** What a whole period is likely to use of a meter; what was used so far where nobody knows. */
    BigDecimal likely(MeterUsage usage) {
        MeterId id = usage.meter().id();
        return forecast.flatMap(one -> one.of(id))
                .map(MeterForecast::expected)
                .orElse(usage.used())
                .max(usage.used())
                .setScale(usage.meter().decimals(), RoundingMode.HALF_UP);
    }
}
