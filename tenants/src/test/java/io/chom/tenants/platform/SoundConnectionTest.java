package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.support.TenantsTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.TransactionDefinition;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many wait for the only connection of a pool; it breaks, and the driver still takes it for a sound one. */
@TenantsTest
class SoundConnectionTest {

    private static final int CALLS = 50;

    @Autowired
    @Qualifier("listeningConnectionFactory")
    PostgresqlConnectionFactory connections;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void who_waits_gets_another_connection_when_none_can_be_begun_on_this() {
        assertThat(answered(NeverBegins::new)).isEqualTo(CALLS - 1);
        assertThat(made).hasValue(2);
    }

    @Test
    void who_waits_gets_another_connection_when_this_could_not_be_rolled_back() {
        assertThat(answered(BreaksInUse::new)).isEqualTo(CALLS - 1);
        assertThat(made).hasValue(2);
    }

    private int answered(Function<Connection, Connection> breaking) {
        var factory = new SoundConnections(
                connections,
                made -> new SoundConnection(this.made.getAndIncrement() == 0 ? breaking.apply(made) : made));
        var pool = new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(1)
                .build());
        var transactions = TransactionalOperator.create(new SteadyTransactions(pool));
        try {
            return Flux.range(0, CALLS)
                    .flatMap(
                            call -> DatabaseClient.create(pool)
                                    .sql("select 1 as one")
                                    .map(row -> row.get("one", Integer.class))
                                    .one()
                                    .as(transactions::transactional)
                                    .onErrorResume(failure -> Mono.empty()),
                            CALLS)
                    .collectList()
                    .blockOptional(Duration.ofSeconds(30))
                    .orElseThrow()
                    .size();
        } finally {
            pool.dispose();
        }
    }

    /** A connection that is cut between two transactions. */
    private static final class NeverBegins extends SoundConnection {

        NeverBegins(Connection connection) {
            super(connection);
        }

        @Override
        public Mono<Void> beginTransaction(TransactionDefinition definition) {
            return Mono.error(new R2dbcNonTransientResourceException("cut"));
        }
    }

    /** A connection that is cut in a transaction. */
    private static final class BreaksInUse extends SoundConnection {

        BreaksInUse(Connection connection) {
            super(connection);
        }

        @Override
        public Mono<Void> commitTransaction() {
            return Mono.error(new R2dbcNonTransientResourceException("cut"));
        }

        @Override
        public Mono<Void> rollbackTransaction() {
            return Mono.error(new R2dbcNonTransientResourceException("cut"));
        }
    }
}
