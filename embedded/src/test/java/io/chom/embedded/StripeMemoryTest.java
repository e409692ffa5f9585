package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.service.V1Services;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sandbox knew, it knows after a restart. */
class StripeMemoryTest {

    @TempDir
    Path data;

    @Test
    void customers_cards_and_subscriptions_are_there_after_a_restart_and_go_on() throws StripeException {
        String customer;
        String subscription;
        try (StripeSandbox sandbox = StripeSandbox.start(data)) {
            customer = customer(sandbox.v1());
            subscription = subscription(sandbox.v1(), customer).getId();
            assertThat(paid(sandbox.v1(), customer, 1_200)).isEqualTo("succeeded");
        }

        try (StripeSandbox sandbox = StripeSandbox.start(data)) {
            assertThat(paid(sandbox.v1(), customer, 900)).isEqualTo("succeeded");
            assertThat(sandbox.v1().paymentIntents().list().getData()).hasSizeGreaterThanOrEqualTo(2);
            Subscription changed = quantity(sandbox.v1(), subscription, 3);
            assertThat(changed.getItems().getData().getFirst().getQuantity()).isEqualTo(3);
            assertThat(sandbox.v1().subscriptions().retrieve(subscription).getStatus())
                    .isEqualTo("active");
        }

        try (StripeSandbox sandbox = StripeSandbox.start(data)) {
            var item = sandbox.v1()
                    .subscriptions()
                    .retrieve(subscription)
                    .getItems()
                    .getData()
                    .getFirst();
            assertThat(item.getQuantity()).isEqualTo(3);
            assertThat(sandbox.v1().subscriptionItems().retrieve(item.getId()).getQuantity())
                    .isEqualTo(3);
        }
    }

    private static String customer(V1Services stripe) throws StripeException {
        return stripe.customers()
                .create(CustomerCreateParams.builder()
                        .setPaymentMethod("pm_card_visa")
                        .setInvoiceSettings(CustomerCreateParams.InvoiceSettings.builder()
                                .setDefaultPaymentMethod("pm_card_visa")
                                .build())
                        .build())
                .getId();
    }

    private static Subscription subscription(V1Services stripe, String customer) throws StripeException {
        var price = stripe.prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("usd")
                        .setUnitAmount(500L)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .build())
                        .setProductData(PriceCreateParams.ProductData.builder()
                                .setName("Seats")
                                .build())
                        .build());
        return stripe.subscriptions()
                .create(SubscriptionCreateParams.builder()
                        .setCustomer(customer)
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(price.getId())
                                .build())
                        .build());
    }

    private static Subscription quantity(V1Services stripe, String subscription, long seats) throws StripeException {
        var item = stripe.subscriptions()
                .retrieve(subscription)
                .getItems()
                .getData()
                .getFirst();
        return stripe.subscriptions()
                .update(
                        subscription,
                        SubscriptionUpdateParams.builder()
                                .addItem(SubscriptionUpdateParams.Item.builder()
                                        .setId(item.getId())
                                        .setQuantity(seats)
                                        .build())
                                .build());
    }

    private static String paid(V1Services stripe, String customer, long cents) throws StripeException {
        var card = stripe.customers().retrieve(customer).getInvoiceSettings().getDefaultPaymentMethod();
        return stripe.paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(cents)
                        .setCurrency("usd")
                        .setCustomer(customer)
                        .setPaymentMethod(card)
                        .addPaymentMethodType("card")
                        .setConfirm(true)
                        .setOffSession(true)
                        .build())
                .getStatus();
    }
}
