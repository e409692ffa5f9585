package io.chom.tenants.platform;

import reactor.core.publisher.Mono;

/** Something kept in memory that must stay in step with a channel of {@link Broadcast}, in every process. */
public interface Follower {

    /** The channel that tells of changes. */
    String channel();

    /**
     * Takes up one change, or everything anew on {@link Broadcast#RESYNC}, which also comes first. Calls come one after
     * the other; a failed one is tried again.
     */
    Mono<Void> changed(String body);
}
