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
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import com.stripe.service.V1Services;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A customer whose time a test clock holds, and what tests do with them. */
abstract class StripeTimeline {
    static final long BEGIN = at("2026-01-31T00:00:00Z");

    @TempDir
    private Path data;

    StripeSandbox sandbox;
    V1Services stripe;
    TestClock clock;
    Customer ada;

    @BeforeEach
    void start() throws Exception {
        sandbox = StripeSandbox.start(data);
        stripe = sandbox.v1();
        clock = stripe.testHelpers()
                .testClocks()
                .create(TestClockCreateParams.builder().setFrozenTime(BEGIN).build());
        ada = stripe.customers()
                .create(CustomerCreateParams.builder()
                        .setTestClock(clock.getId())
                        .build());
    }

    @AfterEach
    void stop() {
        sandbox.close();
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

    List<Event> events(String type) throws StripeException {
        return stripe.events()
                .list(EventListParams.builder().setType(type).build())
                .getData();
    }

    static long at(String when) {
        return Instant.parse(when).getEpochSecond();
    }
}
