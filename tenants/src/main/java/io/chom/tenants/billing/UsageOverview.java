package io.chom.tenants.billing;

import io.chom.tenants.catalog.Plan;
import java.time.Instant;
import java.util.List;

/**
 * The running period of one customer.
 *
 * @param plan what the customer has bought
 * @param period the billing period
 * @param meters in the order of the plan
 * @param estimate the bill so far
 * @param asOf when the figures were read
 */
public record UsageOverview(Plan plan, Period period, List<MeterUsage> meters, Estimate estimate, Instant asOf) {

    public UsageOverview {
        meters = List.copyOf(meters);
    }
}
