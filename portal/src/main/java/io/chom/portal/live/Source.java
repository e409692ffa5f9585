package io.chom.portal.live;

import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where a screen gets a thing from.
 *
 * @param load asks for it; called again for every refresh
 * @param changes anything, whenever it is worth asking again; never ends
 * @param flowing whether changes would be heard of, now and whenever that turns: while not, nothing shown is fresh
 */
public record Source<T>(Supplier<Mono<T>> load, Supplier<? extends Flux<?>> changes, Supplier<Flux<Boolean>> flowing) {

    /** A thing whose changes are always heard of. */
    public Source(Supplier<Mono<T>> load, Supplier<? extends Flux<?>> changes) {
        this(load, changes, () -> Flux.just(true));
    }

    /** A thing that does not change by itself while it is on the screen. */
    public static <T> Source<T> once(Supplier<Mono<T>> load) {
        return new Source<>(load, Flux::never);
    }
}
