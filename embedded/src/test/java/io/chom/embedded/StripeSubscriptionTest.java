package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.common.EmptyParam;
import org.junit.jupiter.api.Test;

/** Subscriptions as time goes by. */
class StripeSubscriptionTest extends StripeTimeline {
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
        assertThat(happened("customer.subscription.trial_will_end")).hasSize(1);
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
        assertThat(happened("invoice.payment_failed")).hasSize(1);
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
        assertThat(happened("invoice.sent")).hasSize(1);

        advance("2026-02-11T00:00:00Z");

        assertThat(happened("invoice.overdue")).hasSize(1);
        assertThat(subscription(made).getStatus()).isEqualTo("past_due");
        stripe.invoices()
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

    @Test
    void a_subscription_ends_with_its_period_or_at_once() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(1000));
        Subscription ending = stripe.subscriptions()
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
        assertThat(stripe.subscriptions().cancel(other.getId()).getStatus()).isEqualTo("canceled");
        assertThat(happened("customer.subscription.deleted")).hasSize(2);
    }

    @Test
    void a_pause_may_leave_invoices_as_drafts() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(1000));
        stripe.subscriptions()
                .update(
                        made.getId(),
                        SubscriptionUpdateParams.builder()
                                .setPauseCollection(SubscriptionUpdateParams.PauseCollection.builder()
                                        .setBehavior(SubscriptionUpdateParams.PauseCollection.Behavior.KEEP_AS_DRAFT)
                                        .build())
                                .build());
        advance("2026-03-02T00:00:00Z");
        assertThat(invoices()).extracting(Invoice::getStatus).containsExactly("draft", "paid");

        stripe.subscriptions()
                .update(
                        made.getId(),
                        SubscriptionUpdateParams.builder()
                                .setPauseCollection(EmptyParam.EMPTY)
                                .build());

        assertThat(subscription(made).getPauseCollection()).isNull();
    }

    @Test
    void a_pause_voids_invoices_until_it_is_over() throws Exception {
        pays("pm_card_visa");
        Subscription made = subscribe(SubscriptionCreateParams.builder(), price(1000));
        stripe.subscriptions()
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
}
