package io.chom.tenants.billing.metering;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose usage the provider is told.
 *
 * @param tenant who uses
 * @param reseller who serves the tenant
 * @param account the issuer's at the provider; null for the installation's own
 * @param customer the provider's name for the tenant in that account
 */
public record MeteredPayer(
        TenantId tenant, TenantId reseller, @Nullable String account, String customer) {

    private static final Actor JOB = Actor.job("usage meters");

    /** The job at work for it. */
    public Acting job() {
        return new Acting(tenant, reseller, JOB);
    }
}
