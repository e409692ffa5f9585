package io.chom.tenants.platform;

import reactor.core.publisher.Mono;

/** Records events in the transaction of the change that they tell of; a relay ships them in order per tenant. */
public interface Outbox {

    /** Appends the event for the acting tenant. Fails outside of a transaction. */
    Mono<Void> append(DomainEvent event);
}
