package io.chom.tenants.billing.payment;

import org.jspecify.annotations.Nullable;

/**
 * What the provider told by itself. It says which object to look at; how that stands is asked for.
 *
 * @param id its identity at the provider, the same whenever it is told again
 * @param type such as {@code payment_intent.succeeded}
 * @param account whose it is; null for the installation's own
 * @param object the provider's name for what it is about
 * @param payment our identity of the payment or refund it is about; empty where there is none
 */
public record ProviderEvent(
        String id, String type, @Nullable String account, String object, String payment) {}
