package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.param.InvoiceAddLinesParams;
import com.stripe.param.InvoiceAttachPaymentParams;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceFinalizeInvoiceParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices that are settled by payments which were made beside them. */
class StripeAttachedPaymentTest extends StripeTest {

    private Customer ada;

    @BeforeEach
    void register() throws Exception {
        ada = stripe.customers().create();
    }

    @Test
    void lines_are_added_to_a_draft_in_one_call() throws Exception {
        var draft = draft(1_999, -499);

        assertThat(draft.getTotal()).isEqualTo(1_500);
        assertThat(draft.getLines().getData())
                .extracting(InvoiceLineItem::getDescription)
                .containsExactly("Line of 1999", "Line of -499");
        finish(draft);
        assertThat(refused(() -> add(draft, 5)).getCode()).isEqualTo("invoice_not_editable");
    }

    @Test
    void what_was_paid_before_settles_the_invoice_and_its_own_payment_is_not_wanted_any_more() throws Exception {
        var open = finish(draft(1_500));

        var paid = attach(open, payment(ada, 1_500, "eur", "pm_card_visa"));

        assertThat(paid.getStatus()).isEqualTo("paid");
        assertThat(paid.getAmountPaid()).isEqualTo(1_500);
        assertThat(paid.getAmountRemaining()).isZero();
        assertThat(stripe.invoicePayments()
                        .list(InvoicePaymentListParams.builder()
                                .setInvoice(open.getId())
                                .build())
                        .getData())
                .filteredOn(one -> "paid".equals(one.getStatus()))
                .hasSize(1);
        assertThat(stripe.paymentIntents()
                        .list(PaymentIntentListParams.builder()
                                .setCustomer(ada.getId())
                                .build())
                        .getData())
                .extracting(one -> one.getStatus())
                .containsExactlyInAnyOrder("succeeded", "canceled");
    }

    @Test
    void a_part_leaves_the_rest_to_pay_and_what_succeeds_later_counts_then() throws Exception {
        var open = finish(draft(1_500));

        assertThat(attach(open, payment(ada, 1_000, "eur", "pm_card_visa")).getAmountRemaining())
                .isEqualTo(500);
        var later = payment(ada, 500, "eur", null);
        assertThat(attach(open, later).getStatus()).isEqualTo("open");
        stripe.paymentIntents()
                .confirm(
                        later,
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_visa")
                                .build());

        var paid = stripe.invoices().retrieve(open.getId());
        assertThat(paid.getStatus()).isEqualTo("paid");
        assertThat(paid.getAmountPaid()).isEqualTo(1_500);
    }

    @Test
    void what_is_somebody_elses_in_another_currency_or_used_already_is_refused() throws Exception {
        var eve = stripe.customers().create();
        var open = finish(draft(1_500));
        var once = payment(ada, 700, "eur", "pm_card_visa");
        attach(open, once);

        for (String wrong :
                List.of(once, payment(eve, 1_500, "eur", "pm_card_visa"), payment(ada, 1_500, "usd", "pm_card_visa"))) {
            assertThat(refused(() -> attach(open, wrong)).getStripeError().getParam())
                    .isEqualTo("payment_intent");
        }
        assertThat(stripe.invoices().retrieve(open.getId()).getAmountRemaining())
                .isEqualTo(800);
    }

    private Invoice draft(long... amounts) throws StripeException {
        var draft = stripe.invoices()
                .create(InvoiceCreateParams.builder()
                        .setCustomer(ada.getId())
                        .setCurrency("eur")
                        .setAutoAdvance(false)
                        .build());
        return add(draft, amounts);
    }

    private Invoice add(Invoice draft, long... amounts) throws StripeException {
        var lines = Arrays.stream(amounts)
                .mapToObj(amount -> InvoiceAddLinesParams.Line.builder()
                        .setAmount(amount)
                        .setDescription("Line of " + amount)
                        .build())
                .toList();
        return stripe.invoices()
                .addLines(
                        draft.getId(),
                        InvoiceAddLinesParams.builder().addAllLine(lines).build());
    }

    private Invoice finish(Invoice draft) throws StripeException {
        return stripe.invoices()
                .finalizeInvoice(
                        draft.getId(),
                        InvoiceFinalizeInvoiceParams.builder()
                                .setAutoAdvance(false)
                                .build());
    }

    private Invoice attach(Invoice open, String payment) throws StripeException {
        return stripe.invoices()
                .attachPayment(
                        open.getId(),
                        InvoiceAttachPaymentParams.builder()
                                .setPaymentIntent(payment)
                                .build());
    }

    private String payment(Customer customer, long amount, String currency, @Nullable String method)
            throws StripeException {
        var params = PaymentIntentCreateParams.builder()
                .setCustomer(customer.getId())
                .setAmount(amount)
                .setCurrency(currency);
        if (method != null) {
            params.setPaymentMethod(method).setConfirm(true).setReturnUrl("http://localhost/back");
        }
        return stripe.paymentIntents().create(params.build()).getId();
    }
}
