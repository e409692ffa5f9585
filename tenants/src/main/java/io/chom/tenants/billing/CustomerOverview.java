package io.chom.tenants.billing;

import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;

/**
 * One customer's running period, as those who serve it see it.
 *
 * @param customer whose it is
 * @param reseller who serves the customer
 * @param status of its subscription
 * @param overview the same figures that the customer sees
 */
public record CustomerOverview(
        TenantId customer, TenantId reseller, Subscription.Status status, UsageOverview overview) {

    /** Share of an allowance, in percent, from which a customer counts as near its limit. */
    private static final int NEAR = 80;

    /** Monthly recurring revenue: the base price while it is owed, without what is off, of a year a twelfth. */
    public Money mrr() {
        Money price = WhatIf.monthly(overview.plan(), overview.term(), overview.off());
        return status.recurs() ? price : Money.zero(price.currency());
    }

    /** Whether any allowance is used to 80 % or more. */
    public boolean nearLimit() {
        return overview.meters().stream().anyMatch(meter -> meter.percent() >= NEAR);
    }
}
