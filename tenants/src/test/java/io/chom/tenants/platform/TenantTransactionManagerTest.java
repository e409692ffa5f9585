package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.support.TenantsTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A pool of five under cancellation, errors and killed connections: no row of another tenant, nothing left behind. */
@TenantsTest
class TenantTransactionManagerTest {

    private static final int POOL = 5;
    private static final int CALLS = 3_000;

    @Autowired
    PostgresProperties postgres;

    private final String run = Uuids.next().toString();
    private final List<TenantId> tenants =
            Stream.generate(TenantId::next).limit(50).toList();
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger foreign = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    private ConnectionPool pool;
    private DatabaseClient database;
    private TransactionalOperator transactions;

    @BeforeEach
    void open() {
        var login = postgres.app();
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(
                        new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                                .host(postgres.host())
                                .port(postgres.port())
                                .database(postgres.database())
                                .username(login.name())
                                .password(login.password())
                                .applicationName("s4-" + run)
                                .build()))
                .maxSize(POOL)
                .maxAcquireTime(Duration.ofSeconds(60))
                .build());
        database = DatabaseClient.create(pool);
        transactions = TransactionalOperator.create(new TenantTransactionManager(pool));
    }

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    void shows_no_foreign_row_and_leaves_no_tenant_behind_whatever_goes_wrong() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        List<Call> calls = IntStream.range(0, CALLS)
                .mapToObj(i -> Call.any(random, tenants))
                .toList();

        Flux.fromIterable(calls).flatMap(this::make, 32).blockLast(Duration.ofMinutes(3));

        assertThat(foreign).as("foreign rows, seed %d", seed).hasValue(0);
        assertThat(statements).as("statements, seed %d", seed).hasValueGreaterThanOrEqualTo(5_000);
        assertThat(answered).hasValueGreaterThan(CALLS / 2);
        assertThat(failed).hasValueGreaterThan(CALLS / 25);
        assertThat(cancelled).hasValueGreaterThan(CALLS / 50);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pool.getMetrics().orElseThrow().acquiredSize() == 0);
        assertThat(leftovers())
                .as("settings of the pooled connections, seed %d", seed)
                .hasSize(POOL)
                .containsOnly("clean");
    }

    @Test
    void holds_no_connection_when_nobody_acts() {
        for (int i = 0; i < 3 * POOL; i++) {
            var refused = Mono.just(1)
                    .as(transactions::transactional)
                    .map(ignored -> "begun")
                    .onErrorReturn("refused")
                    .block(Duration.ofSeconds(20));
            assertThat(refused).isEqualTo("refused");
        }
        assertThat(leftovers()).hasSize(POOL).containsOnly("clean");
    }

    /** One transaction of one tenant, and what befalls it. */
    private record Call(TenantId tenant, Fate fate, Duration patience) {

        private enum Fate {
            ANSWERED,
            CANCELLED,
            SQL_ERROR,
            KILLED
        }

        static Call any(Random random, List<TenantId> tenants) {
            int dice = random.nextInt(100);
            Fate fate =
                    dice < 10 ? Fate.CANCELLED : dice < 15 ? Fate.SQL_ERROR : dice < 16 ? Fate.KILLED : Fate.ANSWERED;
            return new Call(
                    tenants.get(random.nextInt(tenants.size())), fate, Duration.ofNanos(random.nextInt(12_000_000)));
        }

        Acting acting() {
            return new Acting(tenant, tenant, Actor.job("test"));
        }
    }

    private Mono<Void> make(Call call) {
        Mono<Void> work = insert(call)
                .then(misfortune(call))
                .then(look(call))
                .as(transactions::transactional)
                .contextWrite(TenantContext.as(call.acting()))
                .doOnSuccess(done -> answered.incrementAndGet())
                .doOnCancel(cancelled::incrementAndGet)
                .onErrorResume(failure -> {
                    failed.incrementAndGet();
                    return Mono.empty();
                });
        return call.fate() == Call.Fate.CANCELLED ? work.timeout(call.patience(), Mono.empty()) : work;
    }

    private Mono<Void> insert(Call call) {
        return counted(database.sql("""
                        insert into platform.inbox (tenant_id, reseller_id, consumer, event_id, seen_at)
                        values (:tenant, :tenant, :run, :event, now())
                        """)
                .bind("tenant", call.tenant().value())
                .bind("run", run)
                .bind("event", Uuids.next())
                .then());
    }

    private Mono<Void> misfortune(Call call) {
        return switch (call.fate()) {
            case ANSWERED, CANCELLED -> Mono.empty();
            case SQL_ERROR -> counted(database.sql("select 1 / 0").then());
            case KILLED ->
                counted(database.sql("select pg_terminate_backend(pg_backend_pid())")
                        .then());
        };
    }

    private Mono<Void> look(Call call) {
        return counted(database.sql("select tenant_id from platform.inbox where consumer = :run")
                .bind("run", run)
                .map(row -> Objects.requireNonNull(row.get("tenant_id", UUID.class)))
                .all()
                .doOnNext(
                        tenant -> foreign.addAndGet(tenant.equals(call.tenant().value()) ? 0 : 1))
                .then());
    }

    private Mono<Void> counted(Mono<Void> statement) {
        return statement.doOnSubscribe(begun -> statements.incrementAndGet());
    }

    /** Takes every connection out of the pool at the same time and asks it what it remembers. */
    private List<String> leftovers() {
        List<Connection> all = Flux.range(0, POOL)
                .flatMap(i -> pool.create())
                .collectList()
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow();
        var seen = Flux.fromIterable(all)
                .concatMap(TenantTransactionManagerTest::memory)
                .collectList();
        try {
            return seen.blockOptional(Duration.ofSeconds(20)).orElseThrow();
        } finally {
            Flux.fromIterable(all).flatMap(Connection::close).blockLast(Duration.ofSeconds(20));
        }
    }

    private static Flux<String> memory(Connection connection) {
        // Inside a transaction left open, the two clocks differ.
        return Flux.from(connection.createStatement("""
                                select case when coalesce(current_setting('app.tenant', true), '') <> '' then 'a tenant'
                                            when now() <> statement_timestamp() then 'a transaction'
                                            else 'clean' end as memory
                                """).execute())
                .flatMap(result -> result.map((row, metadata) -> String.valueOf(row.get("memory", String.class))));
    }
}
