package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Subscription;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.billing.MeterCreateParams;
import com.stripe.param.billing.MeterEventCreateParams;
import com.stripe.param.billing.MeterEventSummaryListParams;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions as time goes by. */
class StripeSubscriptionTest {

    private static final long BEGIN = at("2026-01-31T00:00:00Z");

    @TempDir
    private Path data;

    private StripeSandbox sandbox;
    private TestClock clock;
    private Customer ada;

    @BeforeEach
    void start() throws Exception {
        sandbox = StripeSandbox.start(data);
        clock = sandbox.client()
                .v1()
                .testHelpers()
                .testClocks()
                .create(TestClockCreateParams.builder().setFrozenTime(BEGIN).build());
        ada = sandbox.client()
                .v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setTestClock(clock.getId())
                        .build());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_subscription_is_paid_at_once_and_again_each_month() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(1000));
        assertThat(made.getStatus()).isEqualTo("active");
        assertThat(end(made)).isEqualTo(at("2026-02-28T00:00:00Z"));

        advance("2026-02-28T00:30:00Z");
        assertThat(invoices()).extracting(Invoice::getStatus).containsExactly("draft", "paid");
        advance("2026-02-28T02:00:00Z");
        assertThat(invoices()).extracting(Invoice::getStatus).containsExactly("paid", "paid");
        assertThat(invoices())
                .extracting(Invoice::getBillingReason)
                .containsExactly("subscription_cycle", "subscription_create");

        advance("2026-05-01T00:00:00Z");
        assertThat(invoices()).hasSize(4).allMatch(invoice -> invoice.getTotal() == 1000);
        assertThat(end(subscription(made))).isEqualTo(at("2026-05-31T00:00:00Z"));
    }

    @Test
    void a_subscription_without_a_card_is_refused_or_waits() throws Exception {
        String price = price(1000);
        assertThat(refused(() -> subscribe(SubscriptionCreateParams.builder(), price))
                        .getCode())
                .isEqualTo("resource_missing");

        Subscription waiting = subscribe(
                SubscriptionCreateParams.builder()
                        .setPaymentBehavior(SubscriptionCreateParams.PaymentBehavior.DEFAULT_INCOMPLETE)
                        .addExpand("latest_invoice.confirmation_secret"),
                price);
        assertThat(waiting.getStatus()).isEqualTo("incomplete");
        assertThat(waiting.getLatestInvoiceObject().getConfirmationSecret().getClientSecret())
                .startsWith("pi_");

        advance("2026-02-01T00:00:00Z");
        assertThat(subscription(waiting).getStatus()).isEqualTo("incomplete_expired");
        assertThat(invoices()).extracting(Invoice::getStatus).containsExactly("void");
    }

    @Test
    void a_trial_is_announced_and_ends_in_an_invoice() throws Exception {
        pays("pm_card_visa");
        Subscription trial = subscribe(SubscriptionCreateParams.builder().setTrialPeriodDays(14L), price(1000));
        assertThat(trial.getStatus()).isEqualTo("trialing");
        assertThat(invoices()).extracting(Invoice::getTotal).containsExactly(0L);

        advance("2026-02-12T00:00:00Z");
        assertThat(events("customer.subscription.trial_will_end")).hasSize(1);
        assertThat(subscription(trial).getStatus()).isEqualTo("trialing");

        advance("2026-02-14T02:00:00Z");
        assertThat(subscription(trial).getStatus()).isEqualTo("active");
        assertThat(invoices()).extracting(Invoice::getAmountPaid).containsExactly(1000L, 0L);
    }

    @Test
    void a_card_that_fails_is_tried_again_until_the_end() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(1000));
        pays("pm_card_chargeCustomerFail");
        advance("2026-02-28T02:00:00Z");
        assertThat(subscription(made).getStatus()).isEqualTo("past_due");
        Invoice late = invoices().getFirst();
        assertThat(late.getAttemptCount()).isEqualTo(1);
        assertThat(late.getNextPaymentAttempt()).isEqualTo(at("2026-03-03T01:00:00Z"));

        advance("2026-03-04T00:00:00Z");
        assertThat(invoices().getFirst().getAttemptCount()).isEqualTo(2);
        advance("2026-03-20T00:00:00Z");
        assertThat(invoices().getFirst().getAttemptCount()).isEqualTo(4);
        assertThat(subscription(made).getStatus()).isEqualTo("canceled");
        assertThat(subscription(made).getCancellationDetails().getReason()).isEqualTo("payment_failed");
    }

    @Test
    void a_new_card_brings_a_late_subscription_back() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(1000));
        pays("pm_card_chargeCustomerFail");
        advance("2026-02-28T02:00:00Z");
        pays("pm_card_visa");

        advance("2026-03-04T00:00:00Z");

        assertThat(subscription(made).getStatus()).isEqualTo("active");
        assertThat(events("invoice.payment_failed")).hasSize(1);
    }

    @Test
    void a_change_in_the_middle_is_reckoned_by_the_second() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(2800));
        advance("2026-02-14T00:00:00Z");

        change(made, price(5600), SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE);

        Invoice difference = invoices().getFirst();
        assertThat(difference.getBillingReason()).isEqualTo("subscription_update");
        assertThat(difference.getLines().getData())
                .extracting(InvoiceLineItem::getAmount)
                .containsExactly(-1400L, 2800L);
        assertThat(difference.getStatus()).isEqualTo("paid");
        assertThat(difference.getTotal()).isEqualTo(1400);
        assertThat(end(subscription(made))).isEqualTo(end(made));
    }

    @Test
    void a_downgrade_is_credited_with_the_next_invoice() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(5600));
        advance("2026-02-14T00:00:00Z");
        change(made, price(2800), SubscriptionUpdateParams.ProrationBehavior.CREATE_PRORATIONS);
        assertThat(invoices()).hasSize(1);

        advance("2026-02-28T02:00:00Z");

        assertThat(invoices().getFirst().getTotal()).isEqualTo(2800 - 2800 + 1400);
    }

    @Test
    void a_preview_says_what_a_change_will_cost_and_changes_nothing() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(2800));
        advance("2026-02-14T00:00:00Z");
        String dearer = price(5600);
        int events = events("invoice.created").size();

        assertThat(preview(made, dearer, "always_invoice").getAmountDue()).isEqualTo(1400);
        assertThat(preview(made, dearer, "create_prorations").getAmountDue()).isEqualTo(5600 + 1400);
        assertThat(preview(made, dearer, "none").getLines().getData())
                .extracting(InvoiceLineItem::getAmount)
                .containsExactly(5600L);

        assertThat(subscription(made).getItems().getData().getFirst().getPrice().getUnitAmount())
                .isEqualTo(2800);
        assertThat(invoices()).hasSize(1);
        assertThat(events("invoice.created")).hasSize(events);
        change(made, dearer, SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE);
        assertThat(invoices().getFirst().getAmountDue()).isEqualTo(1400);
    }

    private Invoice preview(Subscription made, String price, String behavior) throws StripeException {
        return sandbox.client()
                .v1()
                .invoices()
                .createPreview(InvoiceCreatePreviewParams.builder()
                        .setSubscription(made.getId())
                        .setSubscriptionDetails(InvoiceCreatePreviewParams.SubscriptionDetails.builder()
                                .putExtraParam("proration_behavior", behavior)
                                .addItem(InvoiceCreatePreviewParams.SubscriptionDetails.Item.builder()
                                        .setId(made.getItems()
                                                .getData()
                                                .getFirst()
                                                .getId())
                                        .setPrice(price)
                                        .build())
                                .build())
                        .build());
    }

    @Test
    void a_change_from_month_to_year_begins_a_new_period() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(2800));
        advance("2026-02-14T00:00:00Z");

        change(made, yearly(30000), SubscriptionUpdateParams.ProrationBehavior.CREATE_PRORATIONS);

        assertThat(invoices().getFirst().getTotal()).isEqualTo(30000 - 1400);
        assertThat(end(subscription(made))).isEqualTo(at("2027-02-14T00:00:00Z"));
    }

    @Test
    void a_cycle_may_begin_later_and_cost_a_part_until_then() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(
                SubscriptionCreateParams.builder().setBillingCycleAnchor(at("2026-02-14T00:00:00Z")), price(2800));
        assertThat(invoices().getFirst().getTotal()).isEqualTo(1400);
        assertThat(end(made)).isEqualTo(at("2026-02-14T00:00:00Z"));

        advance("2026-02-14T02:00:00Z");

        assertThat(invoices().getFirst().getTotal()).isEqualTo(2800);
        assertThat(end(subscription(made))).isEqualTo(at("2026-03-14T00:00:00Z"));
    }

    @Test
    void a_coupon_counts_for_its_months() throws Exception {
        pays("pm_card_visa");
        String coupon = sandbox.client()
                .v1()
                .coupons()
                .create(CouponCreateParams.builder()
                        .setAmountOff(250L)
                        .setCurrency("eur")
                        .setDuration(CouponCreateParams.Duration.REPEATING)
                        .setDurationInMonths(2L)
                        .build())
                .getId();
        subscribe(
                SubscriptionCreateParams.builder()
                        .addDiscount(SubscriptionCreateParams.Discount.builder()
                                .setCoupon(coupon)
                                .build()),
                price(1000));
        advance("2026-05-01T02:00:00Z");

        assertThat(invoices()).extracting(Invoice::getTotal).containsExactly(1000L, 1000L, 750L, 750L);
    }

    @Test
    void a_subscription_by_invoice_is_late_when_nobody_pays() throws Exception {
        Subscription made = subscribe(
                SubscriptionCreateParams.builder()
                        .setCollectionMethod(SubscriptionCreateParams.CollectionMethod.SEND_INVOICE)
                        .setDaysUntilDue(10L),
                price(1000));
        assertThat(made.getStatus()).isEqualTo("active");
        assertThat(invoices()).extracting(Invoice::getStatus).containsExactly("draft");
        advance("2026-01-31T02:00:00Z");
        assertThat(invoices()).extracting(Invoice::getStatus).containsExactly("open");
        assertThat(events("invoice.sent")).hasSize(1);

        advance("2026-02-11T00:00:00Z");

        assertThat(events("invoice.overdue")).hasSize(1);
        assertThat(subscription(made).getStatus()).isEqualTo("past_due");
        sandbox.client()
                .v1()
                .invoices()
                .pay(
                        invoices().getFirst().getId(),
                        InvoicePayParams.builder().setPaidOutOfBand(true).build());
        assertThat(subscription(made).getStatus()).isEqualTo("active");
    }

    @Test
    void a_trial_without_a_card_may_end_the_subscription() throws Exception {
        Subscription trial = subscribe(
                SubscriptionCreateParams.builder()
                        .setTrialPeriodDays(14L)
                        .setTrialSettings(SubscriptionCreateParams.TrialSettings.builder()
                                .setEndBehavior(SubscriptionCreateParams.TrialSettings.EndBehavior.builder()
                                        .setMissingPaymentMethod(
                                                SubscriptionCreateParams.TrialSettings.EndBehavior.MissingPaymentMethod
                                                        .CANCEL)
                                        .build())
                                .build()),
                price(1000));
        advance("2026-02-15T00:00:00Z");
        assertThat(subscription(trial).getStatus()).isEqualTo("canceled");
    }

    private String yearly(long amount) throws StripeException {
        return sandbox.client()
                .v1()
                .prices()
                .create(monthly()
                        .setUnitAmount(amount)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.YEAR)
                                .build())
                        .build())
                .getId();
    }

    @Test
    void a_subscription_ends_with_its_period_or_at_once() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(1000));
        Subscription ending = sandbox.client()
                .v1()
                .subscriptions()
                .update(
                        made.getId(),
                        SubscriptionUpdateParams.builder()
                                .setCancelAtPeriodEnd(true)
                                .build());
        assertThat(ending.getStatus()).isEqualTo("active");
        assertThat(ending.getCancelAt()).isEqualTo(end(made));
        advance("2026-03-01T00:00:00Z");
        assertThat(subscription(made).getStatus()).isEqualTo("canceled");
        assertThat(invoices()).hasSize(1);

        Subscription other = subscribe(SubscriptionCreateParams.builder(), price(1000));
        assertThat(sandbox.client().v1().subscriptions().cancel(other.getId()).getStatus())
                .isEqualTo("canceled");
        assertThat(events("customer.subscription.deleted")).hasSize(2);
    }

    @Test
    void a_pause_voids_invoices_until_it_is_over() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(1000));
        sandbox.client()
                .v1()
                .subscriptions()
                .update(
                        made.getId(),
                        SubscriptionUpdateParams.builder()
                                .setPauseCollection(SubscriptionUpdateParams.PauseCollection.builder()
                                        .setBehavior(SubscriptionUpdateParams.PauseCollection.Behavior.VOID)
                                        .setResumesAt(at("2026-03-15T00:00:00Z"))
                                        .build())
                                .build());
        advance("2026-04-02T00:00:00Z");

        assertThat(invoices()).extracting(Invoice::getStatus).containsExactly("paid", "void", "paid");
        assertThat(subscription(made).getPauseCollection()).isNull();
    }

    @Test
    void usage_is_counted_once_and_billed_afterwards() throws Exception {
        pays("pm_card_visa");
        String meter = sandbox.client()
                .v1()
                .billing()
                .meters()
                .create(MeterCreateParams.builder()
                        .setDisplayName("Visits")
                        .setEventName("visits")
                        .setDefaultAggregation(MeterCreateParams.DefaultAggregation.builder()
                                .setFormula(MeterCreateParams.DefaultAggregation.Formula.SUM)
                                .build())
                        .build())
                .getId();
        subscribe(SubscriptionCreateParams.builder(), metered(meter));
        use("first", 700, "2026-01-31T00:00:00Z");
        use("second", 42, "2026-01-31T00:04:00Z");
        assertThat(refused(() -> use("first", 700, "2026-01-31T00:00:00Z"))
                        .getStripeError()
                        .getMessage())
                .contains("identifier first");
        assertThat(refused(() -> use("old", 1, "2025-12-26T23:59:59Z")).getCode())
                .isEqualTo("timestamp_out_of_range");
        assertThat(refused(() -> use("ahead", 1, "2026-01-31T00:05:01Z")).getCode())
                .isEqualTo("timestamp_out_of_range");
        assertThat(sandbox.client()
                        .v1()
                        .billing()
                        .meters()
                        .eventSummaries()
                        .list(
                                meter,
                                MeterEventSummaryListParams.builder()
                                        .setCustomer(ada.getId())
                                        .setStartTime(BEGIN)
                                        .setEndTime(BEGIN + 3600)
                                        .build())
                        .getData()
                        .getFirst()
                        .getAggregatedValue())
                .isEqualByComparingTo("742");

        advance("2026-02-28T02:00:00Z");

        assertThat(invoices().getFirst().getTotal()).isEqualTo(300 + 42 * 2);
    }

    private void use(String identifier, long value, String when) throws StripeException {
        sandbox.client()
                .v1()
                .billing()
                .meterEvents()
                .create(MeterEventCreateParams.builder()
                        .setEventName("visits")
                        .setIdentifier(identifier)
                        .setTimestamp(at(when))
                        .putPayload("stripe_customer_id", ada.getId())
                        .putPayload("value", String.valueOf(value))
                        .build());
    }

    /** The first 700 cost 3.00 at once, each more 0.02. */
    private String metered(String meter) throws StripeException {
        return sandbox.client()
                .v1()
                .prices()
                .create(monthly()
                        .setBillingScheme(PriceCreateParams.BillingScheme.TIERED)
                        .setTiersMode(PriceCreateParams.TiersMode.GRADUATED)
                        .addTier(PriceCreateParams.Tier.builder()
                                .setUpTo(700L)
                                .setFlatAmount(300L)
                                .build())
                        .addTier(PriceCreateParams.Tier.builder()
                                .setUpTo(PriceCreateParams.Tier.UpTo.INF)
                                .setUnitAmount(2L)
                                .build())
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .setUsageType(PriceCreateParams.Recurring.UsageType.METERED)
                                .setMeter(meter)
                                .build())
                        .build())
                .getId();
    }

    private static PriceCreateParams.Builder monthly() {
        return PriceCreateParams.builder()
                .setCurrency("eur")
                .setProductData(
                        PriceCreateParams.ProductData.builder().setName("Plan").build())
                .setRecurring(PriceCreateParams.Recurring.builder()
                        .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                        .build());
    }

    private String price(long amount) throws StripeException {
        return sandbox.client()
                .v1()
                .prices()
                .create(monthly().setUnitAmount(amount).build())
                .getId();
    }

    private void pays(String card) throws StripeException {
        PaymentMethod method = sandbox.client()
                .v1()
                .paymentMethods()
                .attach(
                        card,
                        PaymentMethodAttachParams.builder()
                                .setCustomer(ada.getId())
                                .build());
        sandbox.client()
                .v1()
                .customers()
                .update(
                        ada.getId(),
                        CustomerUpdateParams.builder()
                                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                                        .setDefaultPaymentMethod(method.getId())
                                        .build())
                                .build());
    }

    private Subscription subscribe(SubscriptionCreateParams.Builder params, String price) throws StripeException {
        return sandbox.client()
                .v1()
                .subscriptions()
                .create(params.setCustomer(ada.getId())
                        .addItem(SubscriptionCreateParams.Item.builder()
                                .setPrice(price)
                                .build())
                        .build());
    }

    private void change(Subscription made, String price, SubscriptionUpdateParams.ProrationBehavior behavior)
            throws StripeException {
        sandbox.client()
                .v1()
                .subscriptions()
                .update(
                        made.getId(),
                        SubscriptionUpdateParams.builder()
                                .setProrationBehavior(behavior)
                                .addItem(SubscriptionUpdateParams.Item.builder()
                                        .setId(made.getItems()
                                                .getData()
                                                .getFirst()
                                                .getId())
                                        .setPrice(price)
                                        .build())
                                .build());
    }

    private void advance(String when) throws StripeException {
        sandbox.client()
                .v1()
                .testHelpers()
                .testClocks()
                .advance(
                        clock.getId(),
                        TestClockAdvanceParams.builder().setFrozenTime(at(when)).build());
        assertThat(sandbox.client()
                        .v1()
                        .testHelpers()
                        .testClocks()
                        .retrieve(clock.getId())
                        .getStatus())
                .isEqualTo("ready");
    }

    private Subscription subscription(Subscription made) throws StripeException {
        return sandbox.client().v1().subscriptions().retrieve(made.getId());
    }

    private static long end(Subscription subscription) {
        return subscription.getItems().getData().getFirst().getCurrentPeriodEnd();
    }

    private List<Invoice> invoices() throws StripeException {
        return sandbox.client()
                .v1()
                .invoices()
                .list(InvoiceListParams.builder().setCustomer(ada.getId()).build())
                .getData();
    }

    private List<Event> events(String type) throws StripeException {
        return sandbox.client()
                .v1()
                .events()
                .list(EventListParams.builder().setType(type).build())
                .getData();
    }

    private static long at(String when) {
        return Instant.parse(when).getEpochSecond();
    }
}
