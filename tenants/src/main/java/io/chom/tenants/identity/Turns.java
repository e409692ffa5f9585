package io.chom.tenants.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets work on the same thing take turns within this process, in the order of subscription, without holding a thread. */
final class Turns<K> {

    private final Map<K, Mono<Void>> last = new ConcurrentHashMap<>();

    /** The work, begun when all that was asked for before on this key has ended, well or not. */
    Mono<Void> take(K key, Mono<Void> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> done = Sinks.empty();
            Mono<Void> mine = done.asMono();
            Mono<Void> before = last.put(key, mine);
            return (before == null ? Mono.<Void>empty() : before).then(work).doFinally(signal -> {
                last.remove(key, mine);
                done.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
            });
        });
    }
}
