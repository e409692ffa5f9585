package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Who pays an issuer.
 *
 * @param payee the issuer
 * @param customer the provider's name for the payer in the payee's account
 * @param card on file; null if there is none
 */
record Payer(
        TenantId tenant,
        Payee payee,
        String customer,
        @Nullable KeptCard card) {}
