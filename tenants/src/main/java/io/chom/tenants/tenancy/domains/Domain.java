package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;

/**
 * A host that a reseller wants to be served on.
 *
 * @param reseller who asked for it
 * @param host the host
 * @param state how far it is
 * @param primary whether links and mails name it
 */
public record Domain(TenantId reseller, HostName host, DomainState state, boolean primary) {}
