package io.chom.tenants.billing;

import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The running period of one customer.
 *
 * @param plan what the customer has bought
 * @param term how long it is paid for at once
 * @param period the billing period
 * @param meters in the order of the plan
 * @param estimate the bill so far
 * @param off percent off the price of the month or year that runs; zero where nothing is
 * @param asOf when the figures were read
 */
public record UsageOverview(
        Plan plan, Term term, Period period, List<MeterUsage> meters, Estimate estimate, BigDecimal off, Instant asOf) {

    public UsageOverview {
        meters = List.copyOf(meters);
    }

    /** One by the month. */
    public UsageOverview(Plan plan, Period period, List<MeterUsage> meters, Estimate estimate, Instant asOf) {
        this(plan, Term.MONTH, period, meters, estimate, BigDecimal.ZERO, asOf);
    }

    /** With the tax on the bill, where there is a rule for it. */
    UsageOverview taxed(Optional<TaxRule> rule) {
        return with(estimate.taxed(rule, period));
    }

    /** With another bill so far. */
    UsageOverview with(Estimate other) {
        return new UsageOverview(plan, term, period, meters, other, off, asOf);
    }

    /** The running period with the plan that was bought, and nothing else that an invoice might say. */
    static UsageOverview of(Bought bought, Used used, Catalogues catalogues, Instant now) {
        Plan plan = bought.plan();
        List<MeterUsage> meters = plan.allowances().stream()
                .flatMap(allowance -> catalogues.meter(allowance.meter()).stream()
                        .map(meter -> Rating.rate(plan, meter, allowance, used.of(bought.customer(), allowance))))
                .toList();
        Period period = bought.period(now);
        var estimate = Rating.estimate(bought, period, meters);
        return new UsageOverview(plan, bought.term(), period, meters, estimate, Reductions.percent(bought, now), now);
    }
}
