package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.USD;
import static io.chom.tenants.billing.payment.PaymentHouse.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.CreditNote;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.InvoicePayment;
import com.stripe.param.CreditNoteListParams;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceItemCreateParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePaymentListParams;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.mirror.InvoiceMirrors;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.billing.sync.PayerSync;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.platform.Money;
import io.chom.tenants.support.TenantsTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** What was paid stands at Stripe as an invoice, beside the money that was taken for it. */
@TenantsTest
class PaidInvoicesTest extends PaymentGround {

    private PayerSync mirror;

    @BeforeEach
    void begin() {
        mirror = InvoiceMirrors.of(context, sandbox);
        house.leave(payer, Sandbox.VISA);
    }

    @Test
    void what_the_card_paid_stands_there_with_its_lines_and_the_payment() throws Exception {
        var owed = owe(7_900);
        house.work();

        tell();
        tell();

        var there = only();
        assertThat(there.getNumber()).isEqualTo(owed.number());
        assertThat(there.getStatus()).isEqualTo("paid");
        assertThat(there.getTotal()).isEqualTo(7_900);
        assertThat(there.getAmountPaid()).isEqualTo(7_900);
        assertThat(there.getEffectiveAt()).isEqualTo(owed.issuedAt().getEpochSecond());
        assertThat(there.getLines().getData())
                .extracting(InvoiceLineItem::getAmount)
                .containsExactly(7_900L);
        assertThat(paid(there)).containsExactly(intent(owed));
        assertThat(sandbox.taken(null, owed.number())).hasSize(1);
    }

    @Test
    void what_is_owed_does_not_stand_there() throws Exception {
        house.sql(payer, "update billing.payment_payer set card = null");
        owe(7_900);

        tell();

        assertThat(all()).isEmpty();
    }

    @Test
    void what_was_paid_by_hand_was_paid_out_of_band() throws Exception {
        var owed = owe(7_900);
        byHand(owed);

        tell();

        assertThat(only().getStatus()).isEqualTo("paid");
        assertThat(paid(only())).isEmpty();
        assertThat(sandbox.taken(null, owed.number())).isEmpty();
    }

    @Test
    void what_was_credited_before_it_was_paid_was_never_owed_there() throws Exception {
        var owed = owe(7_900);
        credit(owed, 900);
        house.work();

        tell();

        assertThat(only().getAmountPaid()).isEqualTo(7_000);
        assertThat(only().getPrePaymentCreditNotesAmount()).isEqualTo(900);
        assertThat(only().getStatus()).isEqualTo("paid");
        assertThat(notes())
                .extracting(CreditNote::getMemo)
                .singleElement()
                .asString()
                .contains("Charged too much");
    }

    @Test
    void what_is_credited_later_is_credited_there_later_too() throws Exception {
        var owed = owe(7_900);
        house.work();
        tell();

        credit(owed, 900);
        tell();
        credit(owed, 7_000);
        tell();
        tell();

        assertThat(only().getAmountPaid()).isEqualTo(7_900);
        assertThat(only().getPostPaymentCreditNotesAmount()).isEqualTo(7_900);
        assertThat(notes()).extracting(CreditNote::getAmount).containsExactlyInAnyOrder(900L, 7_000L);
    }

    @Test
    void what_was_all_credited_was_never_owed() throws Exception {
        house.sql(payer, "update billing.payment_payer set card = null");
        var owed = owe(7_900);
        credit(owed, 7_900);

        tell();

        assertThat(only().getStatus()).isEqualTo("paid");
        assertThat(only().getAmountPaid()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void whichever_answers_are_lost_it_stands_there_once(int lost) throws Exception {
        var owed = owe(7_900);
        credit(owed, 900);
        house.work();
        credit(owed, 1_000);
        for (int from = 1; from <= lost; from++) {
            sandbox.outage("lost", from);
            mirror.tell(known()).onErrorComplete(ProviderUnreachable.class).block(Duration.ofSeconds(30));
        }
        sandbox.outage("none", 0);

        // Stripe has forgotten what it was asked with which key.
        house.pass(Duration.ofHours(30));
        tell();

        assertThat(only().getStatus()).isEqualTo("paid");
        assertThat(only().getTotal()).isEqualTo(7_900);
        assertThat(only().getAmountPaid()).isEqualTo(7_000);
        assertThat(only().getPrePaymentCreditNotesAmount()).isEqualTo(900);
        assertThat(only().getPostPaymentCreditNotesAmount()).isEqualTo(1_000);
        assertThat(paid(only())).containsExactly(intent(owed));
    }

    @Test
    void what_stripe_does_not_take_keeps_nothing_else_from_being_shown() throws Exception {
        owe(7_900);
        var other = owe(1_200);
        house.work();
        house.sql(payer, """
                update billing.payment set intent = 'pi_gone'
                 where invoice_id = (select id from billing.invoice where total = 7900)
                """);

        tell();
        tell();

        assertThat(all())
                .filteredOn(one -> "paid".equals(one.getStatus()))
                .singleElement()
                .extracting(com.stripe.model.Invoice::getNumber)
                .isEqualTo(other.number());
    }

    @Test
    void what_somebody_has_voided_there_is_left_alone() throws Exception {
        var owed = owe(7_900);
        house.work();
        tell();
        house.sql(payer, "update billing.mirrored_invoice set credited = null, name = '" + voided() + "'");

        tell();

        assertThat(all()).filteredOn(one -> "void".equals(one.getStatus())).hasSize(1);
        assertThat(sandbox.taken(null, owed.number())).hasSize(1);
    }

    private String voided() throws StripeException {
        var invoices = sandbox.stripe().invoices();
        var name = invoices.create(InvoiceCreateParams.builder()
                        .setCustomer(known().customer())
                        .setCurrency("usd")
                        .build())
                .getId();
        sandbox.stripe()
                .invoiceItems()
                .create(InvoiceItemCreateParams.builder()
                        .setCustomer(known().customer())
                        .setInvoice(name)
                        .setAmount(5L)
                        .setCurrency("usd")
                        .build());
        invoices.finalizeInvoice(name);
        invoices.voidInvoice(name);
        return name;
    }

    private Invoice owe(long cents) {
        return house.owe(payer, platform, new Money(cents, USD));
    }

    private void byHand(Invoice owed) {
        var payment = new ManualPayment(LocalDate.now(ZoneOffset.UTC), ManualPayment.Way.TRANSFER, "Statement 4711");
        as(
                payer,
                house.bean(ManualPayments.class)
                        .write(payer, owed.id(), payment)
                        .as(house.bean(TransactionalOperator.class)::transactional)
                        .thenReturn(true));
    }

    private void tell() {
        mirror.tell(known()).block(Duration.ofSeconds(30));
    }

    private SyncedPayer known() {
        return new SyncedPayer(payer.tenant(), payer.reseller(), platform, null, customer());
    }

    private String customer() {
        return as(
                payer,
                house.bean(DatabaseClient.class)
                        .sql("select customer from billing.payment_payer")
                        .mapValue(String.class)
                        .one()
                        .as(house.bean(TransactionalOperator.class)::transactional));
    }

    private String intent(Invoice owed) {
        return sandbox.taken(null, owed.number()).getFirst().getId();
    }

    private com.stripe.model.Invoice only() throws StripeException {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<com.stripe.model.Invoice> all() throws StripeException {
        return sandbox.stripe()
                .invoices()
                .list(InvoiceListParams.builder().setCustomer(customer()).build())
                .getData();
    }

    private List<String> paid(com.stripe.model.Invoice there) throws StripeException {
        return sandbox
                .stripe()
                .invoicePayments()
                .list(InvoicePaymentListParams.builder()
                        .setInvoice(there.getId())
                        .build())
                .getData()
                .stream()
                .filter(one -> "paid".equals(one.getStatus()))
                .map(InvoicePayment::getPayment)
                .map(InvoicePayment.Payment::getPaymentIntent)
                .toList();
    }

    private List<CreditNote> notes() throws StripeException {
        return sandbox.stripe()
                .creditNotes()
                .list(CreditNoteListParams.builder().setInvoice(only().getId()).build())
                .getData();
    }
}
