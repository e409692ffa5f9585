package io.chom.tenants.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.netty.resources.LoopResources;

/** Two pools on one database: the request pool, held to a tenant by row-level security, and the platform's. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties(PostgresProperties.class)
class PostgresConfiguration {

    /** After which the server gives a statement up. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(10);

    private static final Duration EVICTION = Duration.ofSeconds(30);

    @Bean
    Migrations migrations(PostgresProperties postgres) {
        return new Migrations(postgres);
    }

    /** Event loops of the database alone: a client that shares the server's loops was measured slower by 10–45 %. */
    @Bean(destroyMethod = "dispose")
    LoopResources databaseLoops() {
        var loops = LoopResources.create("postgres", 1, Runtime.getRuntime().availableProcessors(), true, false);
        return new GuardedLoops(loops, LONGEST_STATEMENT.plusSeconds(2));
    }

    @Bean(destroyMethod = "dispose")
    @Primary
    @DependsOn("migrations")
    ConnectionPool connectionFactory(PostgresProperties postgres, LoopResources databaseLoops) {
        return tenantPool(postgres, databaseLoops, postgres.poolSize(), "chom-app");
    }

    @Bean(destroyMethod = "dispose", defaultCandidate = false)
    @DependsOn("migrations")
    ConnectionPool platformConnectionFactory(PostgresProperties postgres, LoopResources databaseLoops) {
        var connections = factory(postgres, postgres.platform(), databaseLoops, "chom-platform");
        int size = Math.max(2, postgres.poolSize() / 4);
        return pool(postgres, new SoundConnections(connections, SoundConnection::new), size, "chom-platform");
    }

    /** For the one connection per process that listens to broadcasts. */
    @Bean(defaultCandidate = false)
    @DependsOn("migrations")
    PostgresqlConnectionFactory listeningConnectionFactory(PostgresProperties postgres, LoopResources databaseLoops) {
        return factory(postgres, postgres.app(), databaseLoops, "chom-listen");
    }

    @Bean
    @Primary
    ReactiveTransactionManager transactionManager(ConnectionFactory connectionFactory) {
        return new SteadyTransactions(connectionFactory);
    }

    @Bean
    @Primary
    TransactionalOperator tenantTransactions(ReactiveTransactionManager transactionManager) {
        return TransactionalOperator.create(transactionManager);
    }

    @Bean
    TenantTransactions tenantTransactionsGuard(ConnectionFactory connectionFactory) {
        return new TenantTransactions(connectionFactory);
    }

    @Bean
    @Primary
    DatabaseClient databaseClient(ConnectionFactory connectionFactory) {
        return DatabaseClient.create(connectionFactory);
    }

    @Bean
    CrossTenant crossTenant(
            @Qualifier("platformConnectionFactory") ConnectionPool platformConnectionFactory, MeterRegistry meters) {
        var transactions = TransactionalOperator.create(new SteadyTransactions(platformConnectionFactory));
        return new CrossTenant(DatabaseClient.create(platformConnectionFactory), transactions, meters);
    }

    static ConnectionPool tenantPool(PostgresProperties postgres, LoopResources loops, int size, String name) {
        var connections = factory(postgres, postgres.app(), loops, name);
        return pool(postgres, new SoundConnections(connections, TenantConnection::new), size, name);
    }

    private static ConnectionPool pool(
            PostgresProperties postgres, ConnectionFactory connections, int size, String name) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
                .name(name)
                .initialSize(Math.min(2, size))
                .maxSize(size)
                .maxIdleTime(Duration.ofMinutes(5))
                .maxLifeTime(Duration.ofMinutes(30))
                .maxAcquireTime(postgres.patience())
                .maxCreateConnectionTime(postgres.patience())
                .maxValidationTime(Duration.ofSeconds(1))
                .backgroundEvictionInterval(EVICTION)
                // A connection that only looks alive is found out by its silence, so none is asked before each use.
                .validationDepth(ValidationDepth.LOCAL)
                .customizer(pool -> pool.maxPendingAcquire(postgres.pending()))
                .build());
    }

    private static PostgresqlConnectionFactory factory(
            PostgresProperties postgres, PostgresProperties.Login login, LoopResources loops, String name) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(postgres.host())
                .port(postgres.port())
                .database(postgres.database())
                .username(login.name())
                .password(login.password())
                .applicationName(name)
                .connectTimeout(postgres.patience())
                .statementTimeout(LONGEST_STATEMENT)
                .lockWaitTimeout(Duration.ofSeconds(3))
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .loopResources(loops)
                .build());
    }
}
