package io.chom.tenants.billing.mirror;

import io.chom.tenants.billing.mirror.MirrorProvider.Holder;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Shows invoices beside us that are paid already. All that is asked fails with
 * {@link io.chom.tenants.billing.payment.ProviderUnreachable} where it is not known what became of it, and with
 * {@link MirrorProvider.Refusal} where it will never be done.
 */
public interface InvoiceMirrorProvider {

    /** Begins one that nobody sees yet; what is asked with the same key is begun once. */
    Mono<String> begin(Holder holder, PaidInvoice invoice);

    /** The name of one that was begun, however long ago. */
    Mono<Optional<String>> begun(Holder holder, PaidInvoice invoice);

    /**
     * Has it stand with its lines, what was paid and what was credited, from wherever it stands there by now. One that somebody
     * has voided there is left alone.
     */
    Mono<Void> show(Holder holder, String name, PaidInvoice invoice);
}
