package io.chom.tenants.billing.payment;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Has a page of its own on which a payer looks after its cards and its address. All fails with {@link ProviderUnreachable} where
 * the provider does not answer.
 */
public interface PortalProvider {

    /**
     * Opens the page.
     *
     * @param id of the question
     * @param customer the provider's name for the payer
     * @param back where the browser goes afterwards
     */
    Mono<URI> open(PaymentId id, Payee payee, String customer, URI back);

    /**
     * The card that is to be charged: the one that the payer prefers there, or else the one that is kept here if it is still
     * theirs; empty if there is none.
     *
     * @param kept the provider's name for the one that is kept here; null if none is
     */
    Mono<Optional<KeptCard>> card(Payee payee, String customer, @Nullable String kept);
}
