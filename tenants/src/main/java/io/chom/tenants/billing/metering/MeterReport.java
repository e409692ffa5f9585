package io.chom.tenants.billing.metering;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the provider is asked to count besides what it has of a meter in a period.
 *
 * @param of whose, of which meter and period
 * @param quantity so many more whole units; negative where less was used than it was told
 * @param revision how often something was asked of this period, from 1
 * @param askedAt when this was asked first
 * @param at when it counts as used, within the period
 */
record MeterReport(Key of, long quantity, int revision, Instant askedAt, Instant at) {

    /** What is told together: one meter of one period of a tenant. */
    record Key(TenantId tenant, String customer, SubscriptionId subscription, LocalDate periodFrom, MeterId meter) {}

    /**
     * The provider's name for it. The same whenever it is asked again, so that it counts once; another for each revision.
     */
    String identifier() {
        String name = "%s %s %s %s %s %d"
                .formatted(
                        of.tenant(),
                        of.customer(),
                        of.subscription(),
                        of.periodFrom(),
                        of.meter().value(),
                        revision);
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }
}
