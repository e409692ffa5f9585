package io.chom.tenants.reseller;

import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * What a reseller sees of its customers.
 *
 * @param customers by name
 * @param mrr monthly recurring revenue: base prices of active subscriptions, in each currency
 * @param nearLimit customers at 80 % of an allowance or more
 * @param asOf when the figures were read
 */
public record ResellerDashboard(List<CustomerRow> customers, Sums mrr, int nearLimit, Instant asOf) {

    public ResellerDashboard {
        customers = List.copyOf(customers);
    }

    /**
     * One customer of the list.
     *
     * @param status {@code active} or {@code suspended}
     * @param plan name of its plan
     * @param mrr its base price per month
     * @param meters usage of the running period
     */
    public record CustomerRow(
            TenantId id, String name, String status, String plan, Money mrr, List<MeterUsage> meters) {

        public CustomerRow {
            meters = List.copyOf(meters);
        }

        /** The highest share of an allowance in percent, 0 without meters. */
        public int highestPercent() {
            return meters.stream().mapToInt(MeterUsage::percent).max().orElse(0);
        }
    }
}
