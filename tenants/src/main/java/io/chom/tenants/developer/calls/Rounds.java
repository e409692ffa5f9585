package io.chom.tenants.developer.calls;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Brings to the database from time to time what was counted in memory, one round after the other, and once more at the
 * end. A round under way is waited for, never cut off: nobody would know whether it was written.
 */
abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private volatile Sinks.Empty<Void> ending = Sinks.empty();
    private volatile Mono<Void> rounds = Mono.empty();
    private volatile Disposable running = Disposables.disposed();

    /** One round. It says itself what fails in it, and ends well. */
    abstract Mono<Void> round();

    /** The last round. */
    abstract Mono<Void> last();

    /** What is done in rounds, which ends well whatever becomes of it: the next round tries again. */
    static Mono<Void> watched(String what, Mono<Void> work) {
        return work.doOnError(failed -> LOG.warn("{} later: {}", what, failed.toString()))
                .onErrorComplete();
    }

    @Override
    public final void start() {
        ending = Sinks.empty();
        rounds = Flux.interval(PACE)
                .onBackpressureDrop()
                .takeUntilOther(ending.asMono())
                .concatMap(tick -> round(), 0)
                .then()
                .cache();
        running = rounds.subscribe();
    }

    @Override
    public final void stop() {
        stop(() -> {});
    }

    @Override
    public final void stop(Runnable done) {
        ending.tryEmitEmpty();
        rounds.then(Mono.defer(this::last))
                .timeout(PATIENCE)
                .doFinally(end -> {
                    running.dispose();
                    done.run();
                })
                .subscribe(
                        nothing -> {},
                        late -> LOG.warn(
                                "{} did not end in time: {}", getClass().getSimpleName(), late.toString()));
    }

    @Override
    public final boolean isRunning() {
        return !running.isDisposed();
    }
}
