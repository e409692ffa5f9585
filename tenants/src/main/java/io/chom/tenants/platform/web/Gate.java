package io.chom.tenants.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * What each request to the API passes on its way in, in the order of {@link Edge}, and which waits for nothing. All gates
 * together are one filter: the steps that a filter adds to the way of a request cost more than what most of them do.
 *
 * <p>Of a request that went through a gate, the gate hears twice more, also when a later gate refused it.
 */
public interface Gate extends Ordered {

    /**
     * Lets a request through.
     *
     * @return null, or the answer of a request that goes no further
     * @throws io.chom.tenants.platform.Refused if it may not go further
     */
    default @Nullable Mono<Void> enter(ServerWebExchange exchange) {
        return null;
    }

    /** The work is done: the head of the answer is about to be sent, or the request has ended without an answer. */
    default void done(ServerWebExchange exchange) {}

    /**
     * The request has ended, after {@link #done}.
     *
     * @param end how; a cancellation when the client went away
     * @param nanos since it came in
     */
    default void left(ServerWebExchange exchange, SignalType end, long nanos) {}
}
