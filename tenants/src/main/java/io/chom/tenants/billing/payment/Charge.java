package io.chom.tenants.billing.payment;

import io.chom.tenants.platform.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that the provider is asked with to get a payment; asked again, it is the same question.
 *
 * @param id of the payment, which the key of the question is made from
 * @param payee who gets the money
 * @param customer the provider's name for the payer
 * @param card the provider's name for the card to take it from; null where the payer chooses on a page
 * @param amount what the invoice comes to
 * @param invoice its number, which the payer reads
 * @param begunAt when the payment was written, before the provider was asked
 */
public record Charge(
        PaymentId id,
        Payee payee,
        String customer,
        @Nullable String card,
        Money amount,
        String invoice,
        Instant begunAt) {}
