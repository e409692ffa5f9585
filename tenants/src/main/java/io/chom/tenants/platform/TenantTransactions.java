package io.chom.tenants.platform;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Asks whether a transaction of the acting tenant surrounds the call. */
public final class TenantTransactions {

    private final ConnectionFactory connections;

    TenantTransactions(ConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * Who acts in the surrounding transaction.
     *
     * @param what names the caller in the error
     * @return fails with {@link IllegalStateException} outside of a tenant's transaction, which is a bug of the caller
     */
    public Mono<Acting> require(String what) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .map(transaction -> transaction.hasResource(connections))
                .onErrorReturn(NoTransactionException.class, false)
                .flatMap(inside -> inside
                        ? TenantContext.require()
                        : Mono.error(new IllegalStateException(what + " belongs into a transaction of its tenant.")));
    }
}
