package io.chom.tenants.tenancy;

import io.chom.tenants.platform.TenantId;
import java.time.Instant;

/**
 * A time in which the brands are closed.
 *
 * @param platform the tenant whose portal stays open
 * @param end when they open again
 */
record MaintenanceWindow(TenantId platform, Instant end) {}
