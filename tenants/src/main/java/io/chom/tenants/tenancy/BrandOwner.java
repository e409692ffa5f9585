package io.chom.tenants.tenancy;

import io.chom.tenants.platform.TenantId;

/**
 * Whose brand a host shows.
 *
 * @param reseller the reseller, or the platform itself
 * @param slug its short name, which is also the name of its realm
 * @param primaryHost the host that links and mails name; the first one served when none is marked
 */
public record BrandOwner(TenantId reseller, String slug, HostName primaryHost) {}
