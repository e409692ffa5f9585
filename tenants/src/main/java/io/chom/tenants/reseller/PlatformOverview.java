package io.chom.tenants.reseller;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * What the platform's operator sees of the resellers.
 *
 * @param resellers by name
 * @param mrr over all of them
 * @param asOf when the figures were read
 */
public record PlatformOverview(List<ResellerRow> resellers, Money mrr, Instant asOf) {

    public PlatformOverview {
        resellers = List.copyOf(resellers);
    }

    /**
     * One reseller of the list.
     *
     * @param host where its portal is served, without port
     * @param customers number of its customers
     * @param mrr of its customers
     * @param nearLimit its customers at 80 % of an allowance or more
     */
    public record ResellerRow(
            TenantId id, String name, String host, String status, int customers, Money mrr, int nearLimit) {}
}
