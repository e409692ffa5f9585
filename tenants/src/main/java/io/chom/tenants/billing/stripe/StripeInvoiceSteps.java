package io.chom.tenants.billing.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.net.RequestOptions;
import com.stripe.param.CreditNoteCreateParams;
import com.stripe.param.InvoiceAddLinesParams;
import com.stripe.param.InvoiceAttachPaymentParams;
import com.stripe.param.InvoiceFinalizeInvoiceParams;
import com.stripe.param.InvoiceLineItemListParams;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.service.V1Services;
import io.chom.tenants.billing.mirror.PaidInvoice;
import io.chom.tenants.platform.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Leads an invoice at Stripe to where ours stands, from wherever it was left: its lines, what was paid by card, what was credited
 * before it was paid, what was paid otherwise, and what was credited since.
 */
final class StripeInvoiceSteps {

    /** Stripe takes 250 at a time. */
    private static final int AT_ONCE = 250;

    private static final int LONGEST_TEXT = 500;

    private final V1Services stripe;
    private final @Nullable String account;
    private final PaidInvoice invoice;

    StripeInvoiceSteps(V1Services stripe, @Nullable String account, PaidInvoice invoice) {
        this.stripe = stripe;
        this.account = account;
        this.invoice = invoice;
    }

    /** All that are left of the invoice of this name; yields it as it stands then. */
    Invoice all(String name) throws StripeException {
        var there = stripe.invoices().retrieve(name, options());
        if (is(there, "draft")) {
            there = finished(name);
        }
        if (is(there, "open")) {
            there = attached(name);
        }
        if (is(there, "open")) {
            there = credited(there, left(there).minus(invoice.byHand()), false);
        }
        if (is(there, "open")) {
            there = stripe.invoices()
                    .pay(name, InvoicePayParams.builder().setPaidOutOfBand(true).build(), keyed("by-hand"));
        }
        return is(there, "paid") ? credited(there, invoice.total(), true) : there;
    }

    private Invoice finished(String name) throws StripeException {
        var lines = invoice.lines();
        for (int from = lines(name); from < lines.size(); from += AT_ONCE) {
            var some = lines.subList(from, Math.min(from + AT_ONCE, lines.size()));
            stripe.invoices()
                    .addLines(
                            name,
                            InvoiceAddLinesParams.builder()
                                    .addAllLine(some.stream()
                                            .map(StripeInvoiceSteps::line)
                                            .toList())
                                    .build(),
                            keyed("lines-" + from));
        }
        return stripe.invoices()
                .finalizeInvoice(
                        name,
                        InvoiceFinalizeInvoiceParams.builder()
                                .setAutoAdvance(false)
                                .build(),
                        keyed("final"));
    }

    private int lines(String name) throws StripeException {
        var params = InvoiceLineItemListParams.builder().setLimit(100L).build();
        return (int) StreamSupport.stream(
                        stripe.invoices()
                                .lineItems()
                                .list(name, params, options())
                                .autoPagingIterable()
                                .spliterator(),
                        false)
                .count();
    }

    private static InvoiceAddLinesParams.Line line(PaidInvoice.Line line) {
        var text = line.text();
        return InvoiceAddLinesParams.Line.builder()
                .setAmount(StripeMoney.amount(line.amount()))
                .setDescription(text.substring(0, Math.min(LONGEST_TEXT, text.length())))
                .build();
    }

    private Invoice attached(String name) throws StripeException {
        Set<String> there = payments(name);
        for (String payment : invoice.payments()) {
            if (!there.contains(payment)) {
                stripe.invoices()
                        .attachPayment(
                                name,
                                InvoiceAttachPaymentParams.builder()
                                        .setPaymentIntent(payment)
                                        .build(),
                                keyed("payment-" + payment));
            }
        }
        return stripe.invoices().retrieve(name, options());
    }

    private Set<String> payments(String name) throws StripeException {
        var params = InvoicePaymentListParams.builder()
                .setInvoice(name)
                .setLimit(100L)
                .build();
        return StreamSupport.stream(
                        stripe.invoicePayments()
                                .list(params, options())
                                .autoPagingIterable()
                                .spliterator(),
                        false)
                .map(one -> String.valueOf(one.getPayment().getPaymentIntent()))
                .collect(Collectors.toSet());
    }

    /** What was credited of a paid one has gone back to the card by itself, or by hand. */
    private Invoice credited(Invoice there, Money most, boolean isPaid) throws StripeException {
        var told = StripeMoney.of(
                there.getPrePaymentCreditNotesAmount() + there.getPostPaymentCreditNotesAmount(), there.getCurrency());
        List<PaidInvoice.Credit> parts = invoice.credits(told, most);
        for (PaidInvoice.Credit part : parts) {
            long amount = StripeMoney.amount(part.amount());
            var params = CreditNoteCreateParams.builder()
                    .setInvoice(there.getId())
                    .setAmount(amount)
                    .setMemo("%s: %s".formatted(part.number(), part.reason()));
            stripe.creditNotes()
                    .create(
                            (isPaid ? params.setOutOfBandAmount(amount) : params).build(),
                            keyed("credit-%s-%s".formatted(part.number(), isPaid ? "after" : "before")));
        }
        return parts.isEmpty() ? there : stripe.invoices().retrieve(there.getId(), options());
    }

    private static Money left(Invoice there) {
        return StripeMoney.of(there.getAmountRemaining(), there.getCurrency());
    }

    private static boolean is(Invoice there, String status) {
        return status.equals(there.getStatus());
    }

    private RequestOptions options() {
        return StripeCalls.options(account).build();
    }

    private RequestOptions keyed(String step) {
        return StripeCalls.options(account)
                .setIdempotencyKey("invoice-%s-%s".formatted(invoice.key(), step))
                .build();
    }
}
