package io.chom.tenants.platform;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Loses no connection of a caller who goes away while its transaction begins.
 *
 * <p>The framework's manager can be cancelled half-way, or when the transaction has begun and is on its way to who asked for
 * it: the connection has left the pool, and nobody is there who would end the transaction and give it back. A pool from which
 * each of its connections was taken so hands out none any more. Here what has begun is either handed over or rolled back, and
 * so is what surrounds it.
 *
 * @param manager begins and ends the transactions
 */
record SteadyTransactions(ReactiveTransactionManager manager) implements ReactiveTransactionManager {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyTransactions.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /** For as long as a transaction may take to begin; then it is tried all the same. */
    private static final int MOST_LOOKS = 500;

    /** @param connections where the transactions' connections come from */
    SteadyTransactions(ConnectionFactory connections) {
        this(new R2dbcTransactionManager(connections));
    }

    @Override
    public Mono<ReactiveTransaction> getReactiveTransaction(@Nullable TransactionDefinition definition) {
        Mono<ReactiveTransaction> begun = manager.getReactiveTransaction(named(definition));
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super ReactiveTransaction> caller) {
                var handover = new Handover(caller, manager);
                caller.onSubscribe(handover);
                if (handover.isAwaited()) {
                    begun.subscribe(handover);
                }
            }
        };
    }

    @Override
    public Mono<Void> commit(ReactiveTransaction transaction) {
        return manager.commit(transaction);
    }

    /**
     * Whoever goes away leaves a transaction and one within it, on another pool or for another tenant, at the same moment. They
     * share what the framework knows of the transactions of a caller, and of two that end at once, or of one that ends while the
     * other begins, a connection was seen to be kept for ever. So the outer one waits until it is the current one again.
     */
    @Override
    public Mono<Void> rollback(ReactiveTransaction transaction) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(current -> !transaction.isNewTransaction()
                        || transaction.getTransactionName().equals(current.getCurrentTransactionName()))
                .repeatWhenEmpty(MOST_LOOKS, looks -> looks.delayElements(BETWEEN_LOOKS))
                .onErrorComplete()
                .then(Mono.defer(() -> manager.rollback(transaction)));
    }

    /** By its name each is told from those around and within it. */
    private static TransactionDefinition named(@Nullable TransactionDefinition definition) {
        var named =
                definition == null ? new DefaultTransactionDefinition() : new DefaultTransactionDefinition(definition);
        named.setName(Uuids.next().toString());
        return named;
    }

    /**
     * Between the beginning, which is never cancelled, and the caller. Nothing may stand between this and who ends the
     * transaction that could drop it: {@code usingWhen} itself subscribes here.
     */
    private static final class Handover implements CoreSubscriber<ReactiveTransaction>, Subscription {

        private enum State {
            BEGINNING,
            HANDED_OVER,
            CALLER_GONE
        }

        private final CoreSubscriber<? super ReactiveTransaction> caller;
        private final ReactiveTransactionManager manager;
        private final AtomicReference<State> state = new AtomicReference<>(State.BEGINNING);

        Handover(CoreSubscriber<? super ReactiveTransaction> caller, ReactiveTransactionManager manager) {
            this.caller = caller;
            this.manager = manager;
        }

        boolean isAwaited() {
            return state.get() == State.BEGINNING;
        }

        @Override
        public Context currentContext() {
            return caller.currentContext();
        }

        @Override
        public void onSubscribe(Subscription beginning) {
            beginning.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ReactiveTransaction transaction) {
            if (state.compareAndSet(State.BEGINNING, State.HANDED_OVER)) {
                caller.onNext(transaction);
                caller.onComplete();
            } else {
                manager.rollback(transaction)
                        .contextWrite(caller.currentContext())
                        .subscribe(
                                done -> {},
                                failed -> LOG.debug("A transaction nobody waits for was not rolled back", failed));
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (state.compareAndSet(State.BEGINNING, State.HANDED_OVER)) {
                caller.onError(failure);
            } else {
                LOG.debug("Nobody waits for this transaction any more", failure);
            }
        }

        @Override
        public void onComplete() {
            // Each beginning ends with a transaction or an error.
        }

        @Override
        public void request(long count) {
            Operators.validate(count);
        }

        @Override
        public void cancel() {
            state.compareAndSet(State.BEGINNING, State.CALLER_GONE);
        }
    }
}
