package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Who gets the money.
 *
 * @param issuer of the invoices
 * @param account of the issuer at the provider, connected to the installation's own; null for the installation's own, which
 *     is the platform's
 */
public record Payee(TenantId issuer, @Nullable String account) {}
