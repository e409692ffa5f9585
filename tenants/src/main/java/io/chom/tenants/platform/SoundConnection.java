package io.chom.tenants.platform;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A connection that no longer counts as valid once a transaction of it could not be begun, committed or rolled back, so that
 * the pool throws it away.
 *
 * <p>The driver (1.1.1) takes a connection that was cut for a sound one until it has told everybody who waits for an answer
 * from it. Who is told gives the connection back, and the pool hands it at once to the next in the queue, who waits for an
 * answer as well and is told: one connection that breaks was seen to fail thousands of transactions in a row.
 */
class SoundConnection implements Connection {

    private final Connection connection;
    private volatile boolean broken;

    /** @param connection the connection to the database */
    SoundConnection(Connection connection) {
        this.connection = connection;
    }

    /** What begins or ends a transaction, and tells of the connection whether it can be used on. */
    final Mono<Void> telling(Publisher<Void> step) {
        return Mono.from(step).doOnError(failure -> broken = true);
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return telling(connection.beginTransaction());
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return telling(connection.beginTransaction(definition));
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return telling(connection.commitTransaction());
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return telling(connection.rollbackTransaction());
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
        return broken ? Mono.just(false) : connection.validate(depth);
    }

    @Override
    public Publisher<Void> close() {
        return connection.close();
    }
}
