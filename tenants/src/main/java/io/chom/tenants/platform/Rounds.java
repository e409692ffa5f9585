package io.chom.tenants.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Work that is done again and again while the program runs, one round after the other, and once more at the end. A round
 * under way is waited for, never cut off: nobody would know how far it came.
 */
public abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AtomicInteger failures = new AtomicInteger();
    private volatile Sinks.Empty<Void> ending = Sinks.empty();
    private volatile Mono<Void> rounds = Mono.empty();
    private volatile Disposable running = Disposables.disposed();

    /** Each beat asks for a round; those that come during one are one. */
    protected abstract Flux<?> beats();

    /** One round, in parts. */
    protected abstract Mono<Void> round();

    /** What is left to do at the end; nothing, unless said otherwise. */
    protected Mono<Void> last() {
        return Mono.empty();
    }

    /** A part of a round, which ends well whatever becomes of it: the next round tries again. */
    protected final Mono<Void> part(Mono<Void> work) {
        return work.doOnError(failed -> {
                    failures.incrementAndGet();
                    LOG.debug("A part of a round failed", failed);
                })
                .onErrorComplete();
    }

    /** In an outage every part fails, so they are told of together. */
    private void report() {
        int failed = failures.getAndSet(0);
        if (failed > 0) {
            LOG.warn(
                    "{}: {} parts of a round failed and are tried again",
                    getClass().getSimpleName(),
                    failed);
        }
    }

    @Override
    public final void start() {
        ending = Sinks.empty();
        rounds = beats().onBackpressureLatest()
                .takeUntilOther(ending.asMono())
                .concatMap(beat -> part(Mono.defer(this::round)).doOnTerminate(this::report), 0)
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
        rounds.then(part(Mono.defer(this::last)).doOnTerminate(this::report))
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
