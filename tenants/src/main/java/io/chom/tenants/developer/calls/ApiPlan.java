package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a tenant's programs may do.
 *
 * @param tenant whose they are
 * @param catalogue name of the catalogue
 * @param version version of the catalogue under which it was sold, and stays
 * @param slug the plan's name in the catalogue
 * @param zone where its days begin
 * @param since when it was chosen
 */
public record ApiPlan(TenantId tenant, String catalogue, int version, String slug, ZoneId zone, Instant since) {}
