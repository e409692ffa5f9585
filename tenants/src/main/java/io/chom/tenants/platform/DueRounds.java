package io.chom.tenants.platform;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rounds in which some of what is due is taken, so that no other worker has it for a while, and each is seen to.
 *
 * @param <T> what is due
 */
public abstract class DueRounds<T> extends Rounds {

    private final Broadcast broadcast;
    private final String channel;
    private final Duration pace;
    private final int most;

    /**
     * Rounds of this kind.
     *
     * @param channel tells that something is due at this moment
     * @param pace between rounds when nothing tells so
     * @param most so many are seen to at once
     */
    protected DueRounds(Broadcast broadcast, String channel, Duration pace, int most) {
        this.broadcast = broadcast;
        this.channel = channel;
        this.pace = pace;
        this.most = most;
    }

    /** Takes what is due. */
    protected abstract Flux<T> take(int most);

    /** Sees to one that was taken. */
    protected abstract Mono<Void> see(T due);

    @Override
    protected final Flux<?> beats() {
        return Flux.merge(Flux.interval(pace), broadcast.listen(channel));
    }

    @Override
    protected final Mono<Void> round() {
        // All of them first: what is taken counts once the taking has committed.
        return Flux.defer(() -> take(most))
                .collectList()
                .flatMapIterable(taken -> taken)
                .flatMap(one -> part(see(one)), most)
                .then();
    }
}
