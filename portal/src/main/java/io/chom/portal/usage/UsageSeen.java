package io.chom.portal.usage;

import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.usage.TraySize;

/**
 * What the usage screen shows.
 *
 * @param overview the running period
 * @param uncounted how much of what was sent could not be counted
 */
record UsageSeen(UsageOverview overview, TraySize uncounted) {}
