package io.chom.tenants.billing.stripe;

import com.stripe.model.Invoice;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceCreateParams.CollectionMethod;
import com.stripe.param.InvoiceCreateParams.PendingInvoiceItemsBehavior;
import com.stripe.param.InvoiceListParams;
import io.chom.tenants.billing.mirror.InvoiceMirrorProvider;
import io.chom.tenants.billing.mirror.MirrorProvider.Holder;
import io.chom.tenants.billing.mirror.PaidInvoice;
import java.util.Optional;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Mono;

/**
 * Invoices at Stripe that show what was paid. Stripe neither collects for them nor sends them.
 *
 * @see <a href="https://docs.stripe.com/api/invoices/attach_payment">Stripe on attaching a payment</a>
 */
final class StripeInvoices implements InvoiceMirrorProvider {

    private static final String KEY = "key";

    /** Longer numbers Stripe does not take. */
    private static final int LONGEST_NUMBER = 26;

    private final StripeCalls calls;

    StripeInvoices(StripeCalls calls) {
        this.calls = calls;
    }

    @Override
    public Mono<String> begin(Holder holder, PaidInvoice invoice) {
        var params = InvoiceCreateParams.builder()
                .setCustomer(holder.customer())
                .setCurrency(StripeMoney.currency(invoice.total()))
                .setCollectionMethod(CollectionMethod.CHARGE_AUTOMATICALLY)
                .setAutoAdvance(false)
                .setPendingInvoiceItemsBehavior(PendingInvoiceItemsBehavior.EXCLUDE)
                .setEffectiveAt(invoice.issuedAt().getEpochSecond())
                .setDescription(invoice.number())
                .putMetadata(KEY, invoice.key());
        if (invoice.number().length() <= LONGEST_NUMBER) {
            params.setNumber(invoice.number());
        }
        return calls.change(
                holder.account(),
                "invoice-" + invoice.key(),
                (stripe, options) ->
                        stripe.invoices().create(params.build(), options).getId(),
                StripeSubscriptions::refused);
    }

    @Override
    public Mono<Optional<String>> begun(Holder holder, PaidInvoice invoice) {
        var params = InvoiceListParams.builder()
                .setCustomer(holder.customer())
                .setLimit(100L)
                .build();
        return calls.read(
                holder.account(),
                (stripe, options) -> StreamSupport.stream(
                                stripe.invoices()
                                        .list(params, options)
                                        .autoPagingIterable()
                                        .spliterator(),
                                false)
                        .filter(one -> invoice.key().equals(one.getMetadata().get(KEY)))
                        .map(Invoice::getId)
                        .findFirst());
    }

    @Override
    public Mono<Void> show(Holder holder, String name, PaidInvoice invoice) {
        return calls.steps(
                        stripe -> new StripeInvoiceSteps(stripe, holder.account(), invoice).all(name),
                        StripeSubscriptions::refused)
                .then();
    }
}
