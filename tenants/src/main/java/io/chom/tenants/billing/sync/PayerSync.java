package io.chom.tenants.billing.sync;

import reactor.core.publisher.Mono;

/** Something that the payment provider is to learn of everybody it knows, again and again. */
public interface PayerSync {

    /**
     * Has the provider stand where we do for one payer. Whoever calls acts for nobody: the work acts as the payer's.
     *
     * @return fails while the provider does not answer, and is then tried again
     */
    Mono<Void> tell(SyncedPayer payer);
}
