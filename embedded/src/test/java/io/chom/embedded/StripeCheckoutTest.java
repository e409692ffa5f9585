package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceItemCreateParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The pages that people see. */
class StripeCheckoutTest extends StripeTest {

    private static final String BACK = "http://acme.localhost:8080/billing";
    private static final String VISA = "email=ada%40customer.example&card=4242+4242+4242+4242";
    private static final String DECLINED = "email=ada%40customer.example&card=4000000000000002";
    private static final String SECOND_STEP = "email=ada%40customer.example&card=4000002500003155";

    @Test
    void a_purchase_ends_where_it_was_to_end() throws Exception {
        Session session = session(SessionCreateParams.Mode.PAYMENT, null);
        assertThat(session.getId()).startsWith("cs_test_");
        HttpResponse<String> page = Http.get(session.getUrl());
        assertThat(page.body()).contains("Pay 19.99 EUR", "Starter &amp; more", BACK + "?left");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "form-action 'self'"));

        HttpResponse<String> declined = send(session.getUrl(), DECLINED);
        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(declined.body()).contains("Your card was declined.");

        assertThat(target(send(session.getUrl(), VISA))).isEqualTo(BACK + "?session=" + session.getId());
        Session complete = stripe.checkout().sessions().retrieve(session.getId());
        assertThat(complete.getStatus()).isEqualTo("complete");
        assertThat(complete.getPaymentStatus()).isEqualTo("paid");
        PaymentIntent paid = stripe.paymentIntents().retrieve(complete.getPaymentIntent());
        assertThat(paid.getAmountReceived()).isEqualTo(1999);
        assertThat(completions(session)).isOne();
    }

    @Test
    void a_second_step_comes_before_the_end() throws Exception {
        Session session = session(SessionCreateParams.Mode.SUBSCRIPTION, null);
        String step = target(send(session.getUrl(), SECOND_STEP));
        assertThat(Http.get(step).body()).contains("Confirm the payment of 19.99 EUR");
        String refused = target(send(step, "confirm=no"));
        assertThat(Http.get(refused).statusCode()).isEqualTo(402);
        assertThat(completions(session)).isZero();

        String again = target(send(target(send(session.getUrl(), SECOND_STEP)), "confirm=yes"));

        assertThat(target(Http.get(again))).isEqualTo(BACK + "?session=" + session.getId());
        Session complete = stripe.checkout().sessions().retrieve(session.getId());
        assertThat(stripe.subscriptions().retrieve(complete.getSubscription()).getStatus())
                .isEqualTo("active");
        assertThat(completions(session)).isOne();
    }

    @Test
    void a_trial_is_begun_with_a_card_and_without_money() throws Exception {
        Session session = session(
                SessionCreateParams.Mode.SUBSCRIPTION,
                SessionCreateParams.SubscriptionData.builder()
                        .setTrialPeriodDays(14L)
                        .putMetadata("tenant", "acme")
                        .build());
        assertThat(Http.get(session.getUrl()).body()).contains("Start trial");
        send(session.getUrl(), VISA);

        Session complete = stripe.checkout().sessions().retrieve(session.getId());
        assertThat(complete.getPaymentStatus()).isEqualTo("no_payment_required");
        Subscription trial = stripe.subscriptions().retrieve(complete.getSubscription());
        assertThat(trial.getStatus()).isEqualTo("trialing");
        assertThat(trial.getMetadata()).containsEntry("tenant", "acme");
        assertThat(trial.getDefaultPaymentMethod()).startsWith("pm_");
    }

    @Test
    void a_session_expires_by_time_and_by_wish() throws Exception {
        Session byTime = session(SessionCreateParams.Mode.PAYMENT, null);
        Session byWish = session(SessionCreateParams.Mode.PAYMENT, null);
        stripe.checkout().sessions().expire(byWish.getId());
        sandbox.control("clock", "advance=86401");

        assertThat(stripe.checkout().sessions().retrieve(byTime.getId()).getStatus())
                .isEqualTo("expired");
        assertThat(Http.get(byWish.getUrl()).statusCode()).isEqualTo(410);
        assertThat(send(byTime.getUrl(), VISA).statusCode()).isEqualTo(410);
    }

    @Test
    void a_customer_cancels_returns_and_changes_the_card_in_the_portal() throws Exception {
        send(session(SessionCreateParams.Mode.SUBSCRIPTION, null).getUrl(), VISA);
        Subscription made = subscription();
        String portal = portal(made.getCustomer());
        assertThat(Http.get(portal).body()).contains("Starter &amp; more", "Cancel at the end of the period", BACK);

        assertThat(target(send(portal, "action=cancel&subscription=" + made.getId())))
                .isEqualTo(portal);
        assertThat(subscription().getCancelAtPeriodEnd()).isTrue();
        send(portal, "action=keep&subscription=" + made.getId());
        assertThat(subscription().getCancelAtPeriodEnd()).isFalse();
        assertThat(send(portal, "action=card&card=4000000000000002").statusCode())
                .isEqualTo(402);
        send(portal, "action=card&card=5555555555554444");
        assertThat(Http.get(portal).body()).contains("mastercard ending in 4444");
        assertThat(subscription().getDefaultPaymentMethod()).isNotEqualTo(made.getDefaultPaymentMethod());
    }

    @Test
    void nobody_cancels_for_another_customer() throws Exception {
        send(session(SessionCreateParams.Mode.SUBSCRIPTION, null).getUrl(), VISA);
        Customer other = stripe.customers().create();

        send(
                portal(other.getId()),
                "action=cancel&subscription=" + subscription().getId());

        assertThat(subscription().getCancelAtPeriodEnd()).isFalse();
    }

    @Test
    void an_invoice_is_paid_on_its_page() throws Exception {
        Customer ada = stripe.customers()
                .create(CustomerCreateParams.builder().setName("Ada").build());
        Invoice draft = stripe.invoices()
                .create(InvoiceCreateParams.builder().setCustomer(ada.getId()).build());
        stripe.invoiceItems()
                .create(InvoiceItemCreateParams.builder()
                        .setCustomer(ada.getId())
                        .setInvoice(draft.getId())
                        .setCurrency("jpy")
                        .setAmount(1200L)
                        .setDescription("<b>Overage</b>")
                        .build());
        Invoice open = stripe.invoices().finalizeInvoice(draft.getId());
        assertThat(Http.get(open.getHostedInvoiceUrl()).body())
                .contains("&lt;b&gt;Overage")
                .doesNotContain("<b>");

        assertThat(send(open.getHostedInvoiceUrl(), DECLINED).statusCode()).isEqualTo(402);
        assertThat(send(open.getHostedInvoiceUrl(), VISA).statusCode()).isEqualTo(200);

        assertThat(stripe.invoices().retrieve(open.getId()).getStatus()).isEqualTo("paid");
    }

    @Test
    void a_page_that_is_not_there_is_not_found() throws Exception {
        assertThat(Http.get(sandbox.base() + "/checkout/acct_nobody/cs_test_1").statusCode())
                .isEqualTo(404);
    }

    private Session session(SessionCreateParams.Mode mode, SessionCreateParams.SubscriptionData subscription)
            throws StripeException {
        SessionCreateParams.LineItem.PriceData.Builder price = SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency("eur")
                .setUnitAmount(1999L)
                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                        .setName("Starter & more")
                        .build());
        if (mode == SessionCreateParams.Mode.SUBSCRIPTION) {
            price.setRecurring(SessionCreateParams.LineItem.PriceData.Recurring.builder()
                    .setInterval(SessionCreateParams.LineItem.PriceData.Recurring.Interval.MONTH)
                    .build());
        }
        return stripe.checkout()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setMode(mode)
                        .setSuccessUrl(BACK + "?session={CHECKOUT_SESSION_ID}")
                        .setCancelUrl(BACK + "?left")
                        .setSubscriptionData(subscription)
                        .addLineItem(SessionCreateParams.LineItem.builder()
                                .setQuantity(1L)
                                .setPriceData(price.build())
                                .build())
                        .build());
    }

    private String portal(String customer) throws StripeException {
        return stripe.billingPortal()
                .sessions()
                .create(com.stripe.param.billingportal.SessionCreateParams.builder()
                        .setCustomer(customer)
                        .setReturnUrl(BACK)
                        .build())
                .getUrl();
    }

    private Subscription subscription() throws StripeException {
        return stripe.subscriptions()
                .list(SubscriptionListParams.builder().build())
                .getData()
                .getFirst();
    }

    private int completions(Session session) throws StripeException {
        return events(session.getId(), "checkout.session.completed").size();
    }

    private static HttpResponse<String> send(String page, String form) throws Exception {
        return Http.send(HttpRequest.newBuilder(URI.create(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String target(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
