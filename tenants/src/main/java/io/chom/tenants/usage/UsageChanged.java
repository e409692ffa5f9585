package io.chom.tenants.usage;

import io.chom.tenants.platform.TenantId;

/**
 * Usage was counted. Several changes in a row may come as one, the latest: read again whatever is shown.
 *
 * @param tenant whose it is; after a gap in the news, the tenant that listens
 */
public record UsageChanged(TenantId tenant) {}
