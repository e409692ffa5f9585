package io.chom.portal.live;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a person wants done on a screen, done in the order of the wishes. A wish that met an outage is tried again together
 * with the screen; one that is refused is dropped, and {@link #refusal} says why.
 */
public final class Wishes {

    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final Queue<Mono<?>> open = new ConcurrentLinkedQueue<>();

    private Runnable act = () -> {};
    private volatile Optional<Failure> refusal = Optional.empty();

    /** @param act has the screen ask anew, and with it fulfils what is open */
    public void whenWished(Runnable act) {
        this.act = act;
    }

    /** Wishes for this. Once it has begun it is carried to its end, even if the screen asks anew in the middle of it. */
    public void wish(Supplier<? extends Mono<?>> work) {
        refusal = Optional.empty();
        open.add(Mono.defer(work::get).cache(done -> FOR_EVER, failed -> Duration.ZERO, () -> FOR_EVER));
        act.run();
    }

    /** Fulfils what is open, and then asks. */
    public <T> Mono<T> before(Supplier<Mono<T>> ask) {
        return Flux.fromIterable(open)
                .concatMap(wish -> wish.then()
                        .onErrorResume(Refused.class, refused -> {
                            refusal = Optional.of(refused.failure());
                            return Mono.empty();
                        })
                        .then(Mono.fromRunnable(() -> open.remove(wish))))
                .then(Mono.defer(ask));
    }

    /** Why the last wish was refused; empty if it was not. */
    public Optional<Failure> refusal() {
        return refusal;
    }

    /** Whether there is something that was wished for and not asked after yet. */
    public boolean areOpen() {
        return !open.isEmpty();
    }
}
