package io.chom.tenants.platform;

import io.r2dbc.spi.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Loses no connection of a caller who goes away while its transaction begins. The framework would cancel the beginning
 * half-way: the connection has left the pool, there is no transaction yet whose end would give it back, and a pool from
 * which each of its connections was taken so hands out none any more. Here what has begun is brought to its end first.
 */
class SteadyTransactions extends R2dbcTransactionManager {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyTransactions.class);

    SteadyTransactions(ConnectionFactory connections) {
        super(connections);
    }

    @Override
    protected Mono<Void> doBegin(
            TransactionSynchronizationManager synchronization, Object transaction, TransactionDefinition definition) {
        return Mono.defer(() -> {
            Mono<Void> begun =
                    super.doBegin(synchronization, transaction, definition).cache();
            return begun.doOnCancel(() -> giveBack(begun, synchronization, transaction));
        });
    }

    /** A beginning that fails has given its connection back by itself. */
    private void giveBack(Mono<Void> begun, TransactionSynchronizationManager synchronization, Object transaction) {
        begun.then(Mono.defer(() -> doCleanupAfterCompletion(synchronization, transaction)))
                .subscribe(done -> {}, failed -> LOG.debug("Nobody waits for this transaction any more", failed));
    }
}
