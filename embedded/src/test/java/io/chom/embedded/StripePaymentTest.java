package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Refund;
import com.stripe.model.SetupIntent;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards, payments and refunds. */
class StripePaymentTest extends StripeTest {

    @Test
    void a_card_belongs_to_a_customer_until_it_is_detached() throws Exception {
        Customer ada = stripe.customers().create();
        PaymentMethod card = attach("pm_card_visa", ada.getId());
        assertThat(card.getId()).startsWith("pm_").isNotEqualTo("pm_card_visa");
        assertThat(card.getCard().getLast4()).isEqualTo("4242");
        Customer with = stripe.customers()
                .update(
                        ada.getId(),
                        CustomerUpdateParams.builder()
                                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                                        .setDefaultPaymentMethod(card.getId())
                                        .build())
                                .build());
        assertThat(with.getInvoiceSettings().getDefaultPaymentMethod()).isEqualTo(card.getId());
        assertThat(stripe.customers().paymentMethods().list(ada.getId()).getData())
                .extracting(PaymentMethod::getId)
                .containsExactly(card.getId());

        stripe.paymentMethods().detach(card.getId());

        Customer without = stripe.customers().retrieve(ada.getId());
        assertThat(without.getInvoiceSettings().getDefaultPaymentMethod()).isNull();
        assertThat(stripe.customers().paymentMethods().list(ada.getId()).getData())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kwd, 3055", "BHD, 1", "tnd, 999"})
    void nobody_pays_thousandths(String currency, long amount) throws Exception {
        var params = PaymentIntentCreateParams.builder().setCurrency(currency);

        assertThat(refused(() -> stripe.paymentIntents()
                                .create(params.setAmount(amount).build()))
                        .getStripeError()
                        .getParam())
                .isEqualTo("amount");
        assertThat(stripe.paymentIntents()
                        .create(params.setAmount(amount * 10).build())
                        .getAmount())
                .isEqualTo(amount * 10);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, card_declined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds"
    })
    void a_card_that_declines_says_why(String card, String code, String decline) throws Exception {
        StripeException refused = refused(() -> pay(card, false));
        assertThat(refused).isInstanceOf(CardException.class);
        assertThat(refused.getStatusCode()).isEqualTo(402);
        assertThat(refused.getCode()).isEqualTo(code);
        assertThat(refused.getStripeError().getDeclineCode()).isEqualTo(decline);

        String id = refused.getStripeError().getPaymentIntent().getId();
        PaymentIntent failed = stripe.paymentIntents().retrieve(id);
        assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
        assertThat(failed.getLastPaymentError().getDeclineCode()).isEqualTo(decline);

        Customer ada = stripe.customers().create();
        assertThat(refused(() -> attach(card, ada.getId()))).isInstanceOf(CardException.class);
    }

    @Test
    void a_second_step_is_asked_for_and_taken_in_a_browser() throws Exception {
        PaymentIntent waiting = pay("pm_card_authenticationRequired", false);
        assertThat(waiting.getStatus()).isEqualTo("requires_action");
        String page = waiting.getNextAction().getRedirectToUrl().getUrl();
        assertThat(page).startsWith(sandbox.base() + "/second-step/");

        HttpResponse<String> done = Http.send(
                HttpRequest.newBuilder(URI.create(page)).POST(HttpRequest.BodyPublishers.ofString("confirm=yes")));
        assertThat(done.body()).contains("has succeeded");
        assertThat(stripe.paymentIntents().retrieve(waiting.getId()).getStatus())
                .isEqualTo("succeeded");

        StripeException alone = refused(() -> pay("pm_card_authenticationRequired", true));
        assertThat(alone.getCode()).isEqualTo("authentication_required");
    }

    @Test
    void a_card_is_kept_for_later_without_a_payment() throws Exception {
        Customer ada = stripe.customers().create();
        SetupIntent kept = stripe.setupIntents()
                .create(SetupIntentCreateParams.builder()
                        .setCustomer(ada.getId())
                        .setPaymentMethod("pm_card_visa")
                        .setConfirm(true)
                        .build());
        assertThat(kept.getStatus()).isEqualTo("succeeded");
        assertThat(stripe.paymentMethods().retrieve(kept.getPaymentMethod()).getCustomer())
                .isEqualTo(ada.getId());
    }

    @Test
    void a_payment_keeps_its_fee_and_goes_back_in_parts() throws Exception {
        PaymentIntent paid = pay("pm_card_visa", false);
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getAmountReceived()).isEqualTo(1999);
        assertThat(paid.getApplicationFeeAmount()).isEqualTo(150);

        Refund part = refund(paid, 999L);
        assertThat(part.getStatus()).isEqualTo("succeeded");
        assertThat(refused(() -> refund(paid, 1001L)).getMessage())
                .startsWith("Refund amount (1001) is greater than unrefunded amount on charge (1000)");
        assertThat(refund(paid, null).getAmount()).isEqualTo(1000);
        assertThat(refused(() -> refund(paid, null)).getCode()).isEqualTo("charge_already_refunded");
    }

    @Test
    void a_payment_is_cancelled_once() throws Exception {
        PaymentIntent made = stripe.paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(100L)
                        .setCurrency("eur")
                        .build());
        assertThat(stripe.paymentIntents().cancel(made.getId()).getStatus()).isEqualTo("canceled");
        assertThat(refused(() -> stripe.paymentIntents().cancel(made.getId())).getCode())
                .isEqualTo("payment_intent_unexpected_state");
    }

    private PaymentIntent pay(String method, boolean offSession) throws StripeException {
        return stripe.paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(1999L)
                        .setCurrency("eur")
                        .setApplicationFeeAmount(150L)
                        .setPaymentMethod(method)
                        .setOffSession(offSession)
                        .setConfirm(true)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"pm_card_refundFail, succeeded, failed, 0", "pm_card_pendingRefund, pending, succeeded, 500"})
    void what_goes_back_to_some_cards_turns_out_later(String card, String first, String then, long back)
            throws Exception {
        PaymentIntent paid = pay(card, false);
        Refund refund = refund(paid, 500L);
        assertThat(refund.getStatus()).isEqualTo(first);

        sandbox.control("clock", "advance=7200");

        Refund later = stripe.refunds().retrieve(refund.getId());
        assertThat(later.getStatus()).isEqualTo(then);
        assertThat(later.getFailureReason()).isEqualTo(then.equals("failed") ? "expired_or_canceled_card" : null);
        assertThat(stripe.charges().retrieve(refund.getCharge()).getAmountRefunded())
                .isEqualTo(back);
        assertThat(stripe.events()
                        .list(EventListParams.builder().setLimit(100L).build())
                        .getData())
                .extracting(Event::getType)
                .contains("charge.refunded", "refund.created", "refund.updated");
    }

    private Refund refund(PaymentIntent paid, Long amount) throws StripeException {
        return stripe.refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(paid.getId())
                        .setAmount(amount)
                        .build());
    }

    private PaymentMethod attach(String card, String customer) throws StripeException {
        return stripe.paymentMethods()
                .attach(
                        card,
                        PaymentMethodAttachParams.builder()
                                .setCustomer(customer)
                                .build());
    }
}
