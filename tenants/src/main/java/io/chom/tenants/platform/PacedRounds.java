package io.chom.tenants.platform;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rounds in which one thing is done, at a pace and, where somebody tells of it, as soon as there is something to do. */
public abstract class PacedRounds extends Rounds {

    private final Flux<?> beats;
    private final Supplier<Mono<Void>> work;

    /**
     * Rounds at a pace.
     *
     * @param work what is done in each
     */
    protected PacedRounds(Duration pace, Supplier<Mono<Void>> work) {
        this(Flux.interval(pace), work);
    }

    /**
     * Rounds at a pace and besides.
     *
     * @param channel tells that something is to be done at this moment
     * @param work what is done in each
     */
    protected PacedRounds(Duration pace, Broadcast broadcast, String channel, Supplier<Mono<Void>> work) {
        this(Flux.merge(Flux.interval(pace), broadcast.listen(channel)), work);
    }

    private PacedRounds(Flux<?> beats, Supplier<Mono<Void>> work) {
        this.beats = beats;
        this.work = work;
    }

    @Override
    protected final Flux<?> beats() {
        return beats;
    }

    @Override
    protected final Mono<Void> round() {
        return part(Mono.defer(work));
    }
}
