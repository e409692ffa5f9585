package io.chom.tenants.platform;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.reactivestreams.Publisher;
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
 *
 * @param connection the connection to the database
 */
record TenantConnection(Connection connection) implements Connection {

    private static final String BEGIN =
            "begin; select set_config('app.tenant', '%s', true), set_config('app.reseller', '%s', true)";

    @Override
    public Mono<Void> beginTransaction() {
        return TenantContext.current()
                .switchIfEmpty(Mono.error(() -> new IllegalTransactionStateException(
                        "A transaction needs a tenant: contextWrite(TenantContext.as(…)) is missing.")))
                .flatMap(acting -> begin(acting.tenant(), acting.reseller()));
    }

    private Mono<Void> begin(TenantId tenant, TenantId reseller) {
        return Flux.from(connection
                        .createStatement(BEGIN.formatted(tenant.value(), reseller.value()))
                        .execute())
                .flatMap(Result::getRowsUpdated)
                .then();
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

    @Override
    public Publisher<Void> commitTransaction() {
        return connection.commitTransaction();
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return connection.rollbackTransaction();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return connection.createSavepoint(name);
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return connection.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return connection.rollbackTransactionToSavepoint(name);
    }

    @Override
    public Statement createStatement(String sql) {
        return connection.createStatement(sql);
    }

    @Override
    public Batch createBatch() {
        return connection.createBatch();
    }

    @Override
    public boolean isAutoCommit() {
        return connection.isAutoCommit();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return connection.setAutoCommit(autoCommit);
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return connection.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return connection.setTransactionIsolationLevel(level);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return connection.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return connection.setStatementTimeout(timeout);
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return connection.getMetadata();
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return connection.validate(depth);
    }

    @Override
    public Publisher<Void> close() {
        return connection.close();
    }
}
