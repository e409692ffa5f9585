package io.chom.tenants.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.TransactionDefinition;
import org.springframework.transaction.IllegalTransactionStateException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Binds the acting tenant to each transaction of a connection, where row-level security reads it. Without a tenant there is
 * no transaction.
 *
 * <p>The setting is local to the transaction ({@code set_config(…, true)}): it is gone when the connection returns to the
 * pool. Beginning and binding are one message, as a way to the database and back costs more than either. Such a message
 * takes no parameters; what is written into it are two identifiers of ours, whose text is that of a UUID.
 */
final class TenantConnection extends SoundConnection {

    private static final String BEGIN =
            "begin; select set_config('app.tenant', '%s', true), set_config('app.reseller', '%s', true)";

    /** @param connection the connection to the database */
    TenantConnection(Connection connection) {
        super(connection);
    }

    @Override
    public Mono<Void> beginTransaction() {
        return TenantContext.current()
                .switchIfEmpty(Mono.error(() -> new IllegalTransactionStateException(
                        "A transaction needs a tenant: contextWrite(TenantContext.as(…)) is missing.")))
                .flatMap(acting -> begin(acting.tenant(), acting.reseller()));
    }

    private Mono<Void> begin(TenantId tenant, TenantId reseller) {
        var begun = createStatement(BEGIN.formatted(tenant.value(), reseller.value()));
        return telling(
                Flux.from(begun.execute()).flatMap(Result::getRowsUpdated).then());
    }

    /** @throws IllegalTransactionStateException for a transaction that is to be isolated otherwise or to write nothing */
    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        boolean usual = definition.getAttribute(TransactionDefinition.ISOLATION_LEVEL) == null
                && !Boolean.TRUE.equals(definition.getAttribute(TransactionDefinition.READ_ONLY));
        return usual
                ? beginTransaction()
                : Mono.error(
                        () -> new IllegalTransactionStateException("The transactions of tenants are all of one kind."));
    }
}
