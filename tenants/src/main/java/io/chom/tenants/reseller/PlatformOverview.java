package io.chom.tenants.reseller;

import io.chom.tenants.platform.Sums;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * What the platform's operator sees of the resellers.
 *
 * @param resellers by name
 * @param mrr over all of them, in each currency
 * @param asOf when the figures were read
 */
public record PlatformOverview(List<ResellerRow> resellers, Sums mrr, Instant asOf) {

    public PlatformOverview {
        resellers = List.copyOf(resellers);
    }

    /**
     * One reseller of the list.
     *
     * @param host where its portal is served, without port
     * @param customers number of its customers
     * @param mrr of its customers, in each currency
     * @param nearLimit its customers at 80 % of an allowance or more
     */
    public record ResellerRow(
            TenantId id, String name, String host, String status, int customers, Sums mrr, int nearLimit) {}
}
