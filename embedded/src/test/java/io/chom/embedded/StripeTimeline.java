package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A customer whose time a test clock holds, and what tests do with them. */
abstract class StripeTimeline extends StripeTest {
    static final long BEGIN = at("2026-01-31T00:00:00Z");

    TestClock clock;
    Customer ada;

    @BeforeEach
    void begin() throws Exception {
        clock = stripe.testHelpers()
                .testClocks()
                .create(TestClockCreateParams.builder().setFrozenTime(BEGIN).build());
        ada = stripe.customers()
                .create(CustomerCreateParams.builder()
                        .setTestClock(clock.getId())
                        .build());
    }

    static PriceCreateParams.Builder monthly() {
        return PriceCreateParams.builder()
                .setCurrency("eur")
                .setProductData(
                        PriceCreateParams.ProductData.builder().setName("Plan").build())
                .setRecurring(PriceCreateParams.Recurring.builder()
                        .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                        .build());
    }

    String price(long amount) throws StripeException {
        return stripe.prices().create(monthly().setUnitAmount(amount).build()).getId();
    }

    void pays(String card) throws StripeException {
        PaymentMethod method = stripe.paymentMethods()
                .attach(
                        card,
                        PaymentMethodAttachParams.builder()
                                .setCustomer(ada.getId())
                                .build());
        stripe.customers()
                .update(
                        ada.getId(),
                        CustomerUpdateParams.builder()
                                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                                        .setDefaultPaymentMethod(method.getId())
                                        .build())
                                .build());
    }

    Subscription subscribe(SubscriptionCreateParams.Builder params, String price) throws StripeException {
        return stripe.subscriptions()
                .create(params.setCustomer(ada.getId())
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(price)
                                .build())
                        .build());
    }

    void advance(String when) throws StripeException {
        stripe.testHelpers()
                .testClocks()
                .advance(
                        clock.getId(),
                        TestClockAdvanceParams.builder().setFrozenTime(at(when)).build());
        assertThat(stripe.testHelpers().testClocks().retrieve(clock.getId()).getStatus())
                .isEqualTo("ready");
    }

    Subscription subscription(Subscription made) throws StripeException {
        return stripe.subscriptions().retrieve(made.getId());
    }

    static long end(Subscription subscription) {
        return subscription.getItems().getData().getFirst().getCurrentPeriodEnd();
    }

    List<Invoice> invoices() throws StripeException {
        return stripe.invoices()
                .list(InvoiceListParams.builder().setCustomer(ada.getId()).build())
                .getData();
    }

    /** Those of a kind that are about the customer. */
    List<Event> happened(String type) throws StripeException {
        return events(ada.getId(), type);
    }

    static long at(String when) {
        return Instant.parse(when).getEpochSecond();
    }
}
