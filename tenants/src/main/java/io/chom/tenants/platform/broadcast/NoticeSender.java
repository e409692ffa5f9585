package io.chom.tenants.platform.broadcast;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Notifies in the transaction that surrounds the call, be it a tenant's or the platform's, or by a statement of its own. */
final class NoticeSender {

    private final ConnectionFactory platformPool;
    private final DatabaseClient app;
    private final DatabaseClient platform;

    NoticeSender(ConnectionFactory appPool, ConnectionFactory platformPool) {
        this.platformPool = platformPool;
        this.app = DatabaseClient.create(appPool);
        this.platform = DatabaseClient.create(platformPool);
    }

    Mono<Void> send(Notice notice) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .map(transaction -> transaction.hasResource(platformPool) ? platform : app)
                .onErrorReturn(NoTransactionException.class, app)
                .flatMap(database -> database.sql("select pg_notify(:physical, :text)")
                        .bind("physical", Notice.PHYSICAL)
                        .bind("text", notice.text())
                        .fetch()
                        .rowsUpdated())
                .then();
    }
}
