package io.chom.tenants.usage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How often each open screen hears of changes. Every time it reads and draws again; the more of them are open in this
 * process, the longer is the pause for each, so that all of them together leave room for those who log in or send events.
 */
final class Pace {

    /** Nobody reads faster. */
    private static final Duration LEAST = Duration.ofMillis(200);

    /** What reading and drawing may take of a second for each screen: 500 of them a second. */
    private static final Duration EACH = Duration.ofMillis(2);

    private final AtomicInteger listeners = new AtomicInteger();

    /** The latest change and then a pause, again and again, for as long as somebody listens. */
    <T> Flux<T> of(Flux<T> changes) {
        return Flux.using(
                listeners::incrementAndGet,
                place -> changes.onBackpressureLatest()
                        // Prefetches nothing: the latest change waits outside until the pause is over.
                        .concatMap(change -> Mono.just(change).concatWith(pause()), 0),
                place -> listeners.decrementAndGet());
    }

    private <T> Mono<T> pause() {
        return Mono.defer(() -> Mono.delay(length())).then(Mono.empty());
    }

    private Duration length() {
        Duration all = EACH.multipliedBy(listeners.get());
        return all.compareTo(LEAST) > 0 ? all : LEAST;
    }
}
