package io.chom.portal.usage;

import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.usage.TraySize;
import java.util.Optional;

/**
 * What the usage screen shows.
 *
 * @param overview the running period
 * @param forecast how the period is likely to end; empty where too little is known
 * @param uncounted how much of what was sent could not be counted
 */
record UsageSeen(UsageOverview overview, Optional<UsageForecast> forecast, TraySize uncounted) {}
