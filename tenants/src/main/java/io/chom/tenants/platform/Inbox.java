package io.chom.tenants.platform;

import reactor.core.publisher.Mono;

/** Remembers which events took effect, so that one that is delivered again changes nothing. */
public interface Inbox {

    /**
     * True the first time that a consumer asks for an event of the acting tenant. Belongs into the transaction of the
     * effect and fails outside of one: effect and memory commit together, or neither does.
     *
     * @param consumer stable name of who reacts, 1–100 characters
     */
    Mono<Boolean> firstTime(String consumer, EventId event);
}
