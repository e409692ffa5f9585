package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.AbstractReactiveTransactionManager;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SteadyTransactionsTest {

    private static final int ROUNDS = 20_000;

    @Test
    void what_has_begun_ends_however_late_the_caller_goes_away() throws Exception {
        var manager = new Counting();
        var transactions = TransactionalOperator.create(new SteadyTransactions(manager));
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(1)) {
            for (int round = 0; round < ROUNDS; round++) {
                Sinks.One<Boolean> beginning = manager.next();
                var call = Mono.just(1).as(transactions::transactional).subscribe();
                var begun = threads.submit(() -> {
                    together.await();
                    return beginning.tryEmitValue(true);
                });
                together.await();
                call.dispose();
                begun.get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(manager.begun).hasValue(ROUNDS);
        assertThat(manager.ended).hasValue(ROUNDS);
    }

    @Test
    void nothing_begins_for_a_caller_who_has_gone_before() {
        var manager = new Counting();
        manager.next().tryEmitValue(true);
        Mono.just(1)
                .as(TransactionalOperator.create(new SteadyTransactions(manager))::transactional)
                .doOnSubscribe(asked -> asked.cancel())
                .subscribe();
        assertThat(manager.begun).hasValue(0);
    }

    @Test
    void what_surrounds_a_beginning_ends_as_well_when_the_caller_goes_away_meanwhile() {
        var around = new Counting();
        around.next().tryEmitValue(true);
        var within = new Counting();
        var beginning = within.next();
        var call = Mono.just(1)
                .as(TransactionalOperator.create(new SteadyTransactions(within))::transactional)
                .as(TransactionalOperator.create(new SteadyTransactions(around))::transactional)
                .subscribe();
        call.dispose();
        beginning.tryEmitValue(true);

        await().untilAsserted(() -> assertThat(around.ended).hasValue(1));
        assertThat(within.begun).hasValue(1);
        assertThat(within.ended).hasValue(1);
    }

    /** The framework's own way through a transaction, with a beginning that the test lets happen. */
    private static final class Counting extends AbstractReactiveTransactionManager {

        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();
        private Sinks.One<Boolean> beginning = Sinks.one();

        Sinks.One<Boolean> next() {
            beginning = Sinks.one();
            return beginning;
        }

        @Override
        protected Object doGetTransaction(TransactionSynchronizationManager synchronization) {
            return new Object();
        }

        @Override
        protected Mono<Void> doBegin(
                TransactionSynchronizationManager synchronization,
                Object transaction,
                TransactionDefinition definition) {
            return beginning.asMono().doOnNext(now -> begun.incrementAndGet()).then();
        }

        @Override
        protected Mono<Void> doCommit(
                TransactionSynchronizationManager synchronization, GenericReactiveTransaction transaction) {
            return Mono.fromRunnable(ended::incrementAndGet);
        }

        @Override
        protected Mono<Void> doRollback(
                TransactionSynchronizationManager synchronization, GenericReactiveTransaction transaction) {
            return Mono.fromRunnable(ended::incrementAndGet);
        }
    }
}
