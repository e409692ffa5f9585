package io.chom.tenants.billing.sync;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the payment provider knows as a customer of an issuer's.
 *
 * @param tenant who pays
 * @param reseller who serves the tenant
 * @param issuer who sold: the owner of the brand at that time, or the platform
 * @param account the issuer's at the provider; null for the installation's own
 * @param customer the provider's name for the tenant in that account
 */
public record SyncedPayer(
        TenantId tenant,
        TenantId reseller,
        TenantId issuer,
        @Nullable String account,
        String customer) {

    private static final Actor JOB = Actor.job("payers at the provider");

    /** The job at work for it. */
    public Acting job() {
        return new Acting(tenant, reseller, JOB);
    }

    /** Whether what the tenant has and uses is sold by this issuer; false once it has moved to another brand. */
    public boolean isServed() {
        return tenant.equals(reseller) || issuer.equals(reseller);
    }
}
