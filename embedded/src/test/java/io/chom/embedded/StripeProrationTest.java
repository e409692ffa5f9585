package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.Subscription;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import org.junit.jupiter.api.Test;

/** What changes and reductions of a subscription cost. */
class StripeProrationTest extends StripeTimeline {
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
        int events = happened("invoice.created").size();

        assertThat(preview(made, dearer, "always_invoice").getAmountDue()).isEqualTo(1400);
        assertThat(preview(made, dearer, "create_prorations").getAmountDue()).isEqualTo(5600 + 1400);
        assertThat(preview(made, dearer, "none").getLines().getData())
                .extracting(InvoiceLineItem::getAmount)
                .containsExactly(5600L);

        assertThat(subscription(made).getItems().getData().getFirst().getPrice().getUnitAmount())
                .isEqualTo(2800);
        assertThat(invoices()).hasSize(1);
        assertThat(happened("invoice.created")).hasSize(events);
        change(made, dearer, SubscriptionUpdateParams.ProrationBehavior.ALWAYS_INVOICE);
        assertThat(invoices().getFirst().getAmountDue()).isEqualTo(1400);
    }

    private Invoice preview(Subscription made, String price, String behavior) throws StripeException {
        return stripe.invoices()
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
        String coupon = stripe.coupons()
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

    private String yearly(long amount) throws StripeException {
        return stripe.prices()
                .create(monthly()
                        .setUnitAmount(amount)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.YEAR)
                                .build())
                        .build())
                .getId();
    }

    private void change(Subscription made, String price, SubscriptionUpdateParams.ProrationBehavior behavior)
            throws StripeException {
        stripe.subscriptions()
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
}
