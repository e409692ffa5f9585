package io.chom.tenants.days;

import io.chom.tenants.platform.Broadcast;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Stops a program in the middle of its work, as the system stops a process: before a transaction, when what was taken is its
 * own, and within one before it tells of what it did, when the locks are its own as well. All that comes to such a place while
 * it is stopped waits there.
 */
final class Halt implements BeanPostProcessor {

    private final AtomicInteger left = new AtomicInteger();
    private final Map<String, AtomicInteger> told = new ConcurrentHashMap<>();
    private volatile Sinks.Empty<Void> reached = Sinks.empty();
    private volatile Sinks.@Nullable Empty<Void> stopped;

    /** Has it stop at the nth such place from now on; completes when it stands there. */
    Mono<Void> at(int place) {
        reached = Sinks.empty();
        left.set(place);
        return reached.asMono();
    }

    /** How often it has told something on a channel. */
    int told(String channel) {
        return told.computeIfAbsent(channel, any -> new AtomicInteger()).get();
    }

    boolean isReached() {
        return stopped != null;
    }

    /** Goes on, and does not stop any more. */
    void over() {
        left.set(0);
        var before = stopped;
        stopped = null;
        if (before != null) {
            before.tryEmitEmpty();
        }
    }

    /** Does not go on, and what begins anew does not stop any more. */
    void forget() {
        left.set(0);
        stopped = null;
    }

    private Mono<Void> here() {
        return Mono.defer(() -> {
            if (left.get() > 0 && left.decrementAndGet() == 0) {
                stopped = Sinks.empty();
                reached.tryEmitEmpty();
            }
            var standing = stopped;
            return standing == null ? Mono.empty() : standing.asMono();
        });
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case TransactionalOperator real -> new Transactions(real);
            case Broadcast real -> new Told(real);
            default -> bean;
        };
    }

    private final class Transactions implements TransactionalOperator {

        private final TransactionalOperator real;

        Transactions(TransactionalOperator real) {
            this.real = real;
        }

        @Override
        public <T> Mono<T> transactional(Mono<T> work) {
            return here().then(real.transactional(work));
        }

        @Override
        public <T> Flux<T> execute(TransactionCallback<T> action) {
            return here().thenMany(real.execute(action));
        }
    }

    private final class Told implements Broadcast {

        private final Broadcast real;

        Told(Broadcast real) {
            this.real = real;
        }

        @Override
        public Mono<Void> send(String channel, String body) {
            return here().then(Mono.fromRunnable(() -> told.computeIfAbsent(channel, any -> new AtomicInteger())
                            .incrementAndGet()))
                    .then(real.send(channel, body));
        }

        @Override
        public Flux<String> listen(String channel) {
            return real.listen(channel);
        }

        @Override
        public Flux<Boolean> hearing() {
            return real.hearing();
        }
    }
}
