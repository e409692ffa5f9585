package io.chom.embedded;

import static io.chom.embedded.StripeSandbox.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Coupon;
import com.stripe.model.CreditNote;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.PromotionCode;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.CreditNoteCreateParams;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceItemCreateParams;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.PromotionCodeCreateParams;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices and what is on them. */
class StripeInvoiceTest extends StripeTest {

    private Customer ada;

    @BeforeEach
    void register() throws Exception {
        ada = stripe.customers()
                .create(CustomerCreateParams.builder().setInvoicePrefix("ACME").build());
    }

    @Test
    void an_invoice_goes_from_draft_to_paid() throws Exception {
        item(1999);
        item(-499);
        Invoice draft = invoice(InvoiceCreateParams.builder());
        assertThat(draft.getStatus()).isEqualTo("draft");
        assertThat(draft.getNumber()).isNull();
        assertThat(draft.getTotal()).isEqualTo(1500);
        assertThat(draft.getLines().getData())
                .extracting(InvoiceLineItem::getAmount)
                .containsExactly(1999L, -499L);

        Invoice open = stripe.invoices().finalizeInvoice(draft.getId());
        assertThat(open.getNumber()).isEqualTo("ACME-0001");
        assertThat(open.getAmountDue()).isEqualTo(1500);
        assertThat(open.getPayments()).isNull();

        assertThat(refused(() -> pay(open, "pm_card_chargeCustomerFail")).getStatusCode())
                .isEqualTo(402);
        assertThat(pay(open, "pm_card_visa").getStatus()).isEqualTo("paid");
        Invoice paid = stripe.invoices()
                .retrieve(
                        draft.getId(),
                        InvoiceRetrieveParams.builder()
                                .addExpand("payments.data.payment.payment_intent")
                                .build());
        assertThat(paid.getAmountPaid()).isEqualTo(1500);
        assertThat(paid.getAttemptCount()).isEqualTo(2);
        assertThat(paid.getPayments()
                        .getData()
                        .getFirst()
                        .getPayment()
                        .getPaymentIntentObject()
                        .getAmount())
                .isEqualTo(1500);
        assertThat(refused(() -> pay(open, "pm_card_visa")).getCode()).isEqualTo("invoice_already_paid");
        assertThat(events(draft.getId(), "invoice.payment_failed", "invoice.paid", "invoice.finalized"))
                .extracting(Event::getType)
                .containsExactly("invoice.paid", "invoice.payment_failed", "invoice.finalized");
    }

    @Test
    void a_finalized_invoice_is_voided_and_changes_no_more() throws Exception {
        item(1000);
        Invoice open = stripe.invoices()
                .finalizeInvoice(invoice(InvoiceCreateParams.builder()).getId());
        assertThat(refused(() -> stripe.invoices().delete(open.getId())).getCode())
                .isEqualTo("invoice_not_editable");

        assertThat(stripe.invoices().voidInvoice(open.getId()).getStatus()).isEqualTo("void");
        assertThat(refused(() -> pay(open, "pm_card_visa")).getCode()).isEqualTo("invoice_not_editable");
    }

    @Test
    void an_invoice_that_is_sent_is_due_and_may_be_paid_elsewhere() throws Exception {
        item(1000);
        Invoice draft = invoice(InvoiceCreateParams.builder()
                .setCollectionMethod(InvoiceCreateParams.CollectionMethod.SEND_INVOICE)
                .setDaysUntilDue(14L));
        Invoice sent = stripe.invoices().sendInvoice(draft.getId());
        assertThat(sent.getDueDate()).isEqualTo(sent.getStatusTransitions().getFinalizedAt() + 14 * 86_400);

        Invoice paid = stripe.invoices()
                .pay(
                        sent.getId(),
                        InvoicePayParams.builder().setPaidOutOfBand(true).build());
        assertThat(paid.getStatus()).isEqualTo("paid");
    }

    @Test
    void what_is_below_zero_is_kept_for_the_next_invoice() throws Exception {
        item(-700);
        Invoice credit = stripe.invoices()
                .finalizeInvoice(invoice(InvoiceCreateParams.builder()).getId());
        assertThat(credit.getStatus()).isEqualTo("paid");
        assertThat(stripe.customers().retrieve(ada.getId()).getBalance()).isEqualTo(-700);

        item(1000);
        Invoice next = stripe.invoices()
                .finalizeInvoice(invoice(InvoiceCreateParams.builder()).getId());
        assertThat(next.getTotal()).isEqualTo(1000);
        assertThat(next.getStartingBalance()).isEqualTo(-700);
        assertThat(next.getAmountDue()).isEqualTo(300);
        assertThat(next.getNumber()).isEqualTo("ACME-0002");
    }

    @Test
    void a_promotion_code_takes_its_percentage_off_each_line() throws Exception {
        Coupon quarter = stripe.coupons()
                .create(CouponCreateParams.builder()
                        .setPercentOff(new BigDecimal("25"))
                        .setMaxRedemptions(1L)
                        .build());
        PromotionCode code = stripe.promotionCodes()
                .create(PromotionCodeCreateParams.builder()
                        .setCode("spring" + System.nanoTime())
                        .setPromotion(PromotionCodeCreateParams.Promotion.builder()
                                .setType(PromotionCodeCreateParams.Promotion.Type.COUPON)
                                .setCoupon(quarter.getId())
                                .build())
                        .build());
        item(999);
        item(2);
        InvoiceCreateParams.Discount discount = InvoiceCreateParams.Discount.builder()
                .setPromotionCode(code.getId())
                .build();
        Invoice draft = invoice(InvoiceCreateParams.builder().addDiscount(discount));

        assertThat(draft.getSubtotal()).isEqualTo(1001);
        assertThat(draft.getTotalDiscountAmounts().getFirst().getAmount()).isEqualTo(250 + 1);
        assertThat(draft.getTotal()).isEqualTo(750);
        assertThat(refused(() -> invoice(InvoiceCreateParams.builder().addDiscount(discount)))
                        .getCode())
                .isEqualTo("coupon_expired");
    }

    @Test
    void a_credit_note_lowers_what_is_due_or_gives_back_what_was_paid() throws Exception {
        item(1000);
        Invoice open = stripe.invoices()
                .finalizeInvoice(invoice(InvoiceCreateParams.builder()).getId());
        credit(open, 400, CreditNoteCreateParams.builder());
        assertThat(invoice(open).getAmountRemaining()).isEqualTo(600);
        pay(open, "pm_card_visa");
        assertThat(invoice(open).getAmountPaid()).isEqualTo(600);

        assertThat(refused(() -> credit(open, 500, CreditNoteCreateParams.builder()))
                        .getMessage())
                .contains("must equal the credit note amount (500)");
        assertThat(refused(() -> credit(
                                open, 601, CreditNoteCreateParams.builder().setRefundAmount(601L)))
                        .getStripeError()
                        .getParam())
                .isEqualTo("amount");
        CreditNote note = credit(
                open,
                500,
                CreditNoteCreateParams.builder().setRefundAmount(300L).setCreditAmount(200L));

        assertThat(note.getType()).isEqualTo("post_payment");
        assertThat(note.getRefunds().getFirst().getAmountRefunded()).isEqualTo(300);
        assertThat(stripe.customers().retrieve(ada.getId()).getBalance()).isEqualTo(-200);
        assertThat(invoice(open).getPostPaymentCreditNotesAmount()).isEqualTo(500);
    }

    private CreditNote credit(Invoice invoice, long amount, CreditNoteCreateParams.Builder params)
            throws StripeException {
        return stripe.creditNotes()
                .create(params.setInvoice(invoice.getId()).setAmount(amount).build());
    }

    private Invoice invoice(Invoice made) throws StripeException {
        return stripe.invoices().retrieve(made.getId());
    }

    private void item(long amount) throws StripeException {
        stripe.invoiceItems()
                .create(InvoiceItemCreateParams.builder()
                        .setCustomer(ada.getId())
                        .setCurrency("eur")
                        .setAmount(amount)
                        .build());
    }

    private Invoice invoice(InvoiceCreateParams.Builder params) throws StripeException {
        return stripe.invoices()
                .create(params.setCustomer(ada.getId())
                        .setPendingInvoiceItemsBehavior(InvoiceCreateParams.PendingInvoiceItemsBehavior.INCLUDE)
                        .build());
    }

    private Invoice pay(Invoice invoice, String method) throws StripeException {
        return stripe.invoices()
                .pay(
                        invoice.getId(),
                        InvoicePayParams.builder().setPaymentMethod(method).build());
    }
}
