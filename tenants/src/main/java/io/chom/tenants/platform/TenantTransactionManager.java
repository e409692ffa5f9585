package io.chom.tenants.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Binds the acting tenant to each database transaction, where row-level security reads it.
 *
 * <p>The setting is local to the transaction ({@code set_config(…, true)}) and its value a bound parameter: it is gone
 * when the connection returns to the pool. Without a tenant there is no transaction.
 */
class TenantTransactionManager extends SteadyTransactions {

    private static final String BIND =
            "select set_config('app.tenant', $1, true), set_config('app.reseller', $2, true)";

    TenantTransactionManager(ConnectionFactory connections) {
        super(connections);
    }

    @Override
    protected Mono<Void> prepareTransactionalConnection(Connection connection, TransactionDefinition definition) {
        return super.prepareTransactionalConnection(connection, definition)
                .then(TenantContext.current())
                .switchIfEmpty(Mono.error(() -> new IllegalTransactionStateException(
                        "A transaction needs a tenant: contextWrite(TenantContext.as(…)) is missing.")))
                .flatMap(acting -> bind(connection, acting));
    }

    private static Mono<Void> bind(Connection connection, Acting acting) {
        return Flux.from(connection
                        .createStatement(BIND)
                        .bind("$1", acting.tenant().toString())
                        .bind("$2", acting.reseller().toString())
                        .execute())
                .flatMap(result -> result.map((row, metadata) -> true))
                .then();
    }
}
