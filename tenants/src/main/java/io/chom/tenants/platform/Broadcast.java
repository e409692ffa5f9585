package io.chom.tenants.platform;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells every process, at once and without keeping it, that something changed. For caches and open screens; whoever
 * needs each event without loss uses {@link Outbox} and {@link EventStream}.
 */
public interface Broadcast {

    /**
     * Sends when the surrounding transaction commits, or at once outside of one.
     *
     * @param channel lower-case letters and underscores, such as {@code domain_changed}
     * @param body at most 7,000 bytes; an id, never somebody's data
     */
    Mono<Void> send(String channel, String body);

    /** Bodies sent on the channel from now on, by any process. Never ends; a lost connection shows as {@link #RESYNC}. */
    Flux<String> listen(String channel);

    /**
     * What is told of one tenant on a channel whose bodies are tenants, and {@link #RESYNC} after a gap. Never ends.
     *
     * @param channel as in {@link #send}
     */
    default Flux<String> listen(String channel, TenantId tenant) {
        return listen(channel).filter(body -> body.equals(RESYNC) || body.equals(tenant.toString()));
    }

    /** Whether this process hears what is sent, now and at every change. Never ends. */
    Flux<Boolean> hearing();

    /** Delivered after a gap: messages may have been missed, so reload. */
    String RESYNC = "*";
}
