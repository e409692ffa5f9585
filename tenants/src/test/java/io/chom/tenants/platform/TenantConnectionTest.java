package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chom.tenants.support.TenantsTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * A pool of five, made as production makes it, under cancellation, errors and killed connections: no row of another
 * tenant, nothing left behind. {@code -Dpool.statements=200000} asks for more.
 */
@TenantsTest
class TenantConnectionTest {

    private static final int POOL = 5;
    private static final int STATEMENTS = Integer.getInteger("pool.statements", 20_000);

    @Autowired
    PostgresProperties postgres;

    private final String run = Uuids.next().toString();
    private final List<TenantId> tenants =
            Stream.generate(TenantId::next).limit(200).toList();
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger foreign = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final Queue<String> found = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    private LoopResources loops;
    private ConnectionPool pool;
    private DatabaseClient database;
    private TransactionalOperator transactions;

    @BeforeEach
    void open() {
        loops = LoopResources.create("s4", 2, true);
        pool = PostgresConfiguration.tenantPool(postgres, loops, POOL, "s4-" + run);
        database = DatabaseClient.create(pool);
        transactions = TransactionalOperator.create(new SteadyTransactions(pool));
    }

    @AfterEach
    void close() {
        pool.dispose();
        loops.dispose();
    }

    @Test
    void who_goes_away_while_a_transaction_begins_takes_no_connection_along() {
        long seed = System.nanoTime();
        System.out.println("Seed: " + seed);
        var random = new Random(seed);
        var acting = new Acting(tenants.getFirst(), tenants.getFirst(), Actor.job("test"));
        var metrics = pool.getMetrics().orElseThrow();
        for (int call = 0; call < STATEMENTS / 5; call++) {
            database.sql("select 1")
                    .fetch()
                    .one()
                    .as(transactions::transactional)
                    .contextWrite(TenantContext.as(acting))
                    .timeout(Duration.ofNanos(random.nextInt(1_500_000)), Mono.empty())
                    .block(Duration.ofSeconds(10));
            // What was left behind is still begun and rolled back; a busy machine must not fall behind for ever.
            await().pollInterval(Duration.ofMillis(1)).until(() -> metrics.pendingAcquireSize() < 100);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> metrics.acquiredSize() == 0);
    }

    @Test
    void shows_no_foreign_row_and_leaves_no_tenant_behind_whatever_goes_wrong() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);

        Flux.<Call>generate(sink -> sink.next(Call.any(random, tenants)))
                .takeWhile(call -> statements.get() < STATEMENTS && made.get() < STATEMENTS)
                .flatMap(this::make, 32)
                .blockLast(Duration.ofMinutes(15));

        System.out.printf(
                "%d statements in %d transactions: %d answered, %d failed, %d cancelled, %d connections killed, %d looked at%n",
                statements.get(),
                made.get(),
                answered.get(),
                failed.get(),
                cancelled.get(),
                killed.get(),
                found.size());
        assertThat(foreign).as("foreign rows, seed %d", seed).hasValue(0);
        assertThat(found).as("left in a connection, seed %d", seed).isNotEmpty().containsOnly("clean");
        assertThat(answered).hasValueGreaterThan(made.get() / 2);
        assertThat(failed).hasValueGreaterThan(made.get() / 25);
        assertThat(cancelled).hasValueGreaterThan(made.get() / 50);
        assertThat(killed).hasValueGreaterThan(made.get() / 200);
        assertThat(failed)
                .as("a killed connection fails whom it serves and none of those who wait, seed %d", seed)
                .hasValueLessThan(wrong.get() + 3 * killed.get());
        assertNoConnectionIsLost(seed);
    }

    private void assertNoConnectionIsLost(long seed) {
        var metrics = pool.getMetrics().orElseThrow();
        await().atMost(Duration.ofSeconds(20)).until(() -> metrics.acquiredSize() == 0);
        assertThat(leftovers())
                .as("settings of the pooled connections, seed %d", seed)
                .hasSize(POOL)
                .containsOnly("clean");
        await().atMost(Duration.ofSeconds(5)).until(() -> metrics.idleSize() == POOL);
        assertThat(metrics.acquiredSize()).isZero();
        assertThat(metrics.pendingAcquireSize()).isZero();
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

    @Test
    void begins_no_transaction_of_another_kind() {
        var acting = new Acting(tenants.getFirst(), tenants.getFirst(), Actor.job("test"));
        var readOnly = new DefaultTransactionDefinition();
        readOnly.setReadOnly(true);
        var refused = TransactionalOperator.create(new SteadyTransactions(pool), readOnly)
                .transactional(Mono.just(1))
                .contextWrite(TenantContext.as(acting));
        assertThatThrownBy(() -> refused.block(Duration.ofSeconds(10))).hasStackTraceContaining("all of one kind");
    }

    /** One transaction of one tenant, and what befalls it. */
    private record Call(TenantId tenant, Fate fate, Duration patience) {

        private enum Fate {
            ANSWERED,
            CANCELLED,
            SQL_ERROR,
            KILLED,
            LOOKED_AT
        }

        static Call any(Random random, List<TenantId> tenants) {
            int dice = random.nextInt(100);
            Fate fate = dice < 10
                    ? Fate.CANCELLED
                    : dice < 15 ? Fate.SQL_ERROR : dice < 16 ? Fate.KILLED : dice < 20 ? Fate.LOOKED_AT : Fate.ANSWERED;
            return new Call(
                    tenants.get(random.nextInt(tenants.size())), fate, Duration.ofNanos(random.nextInt(12_000_000)));
        }

        Acting acting() {
            return new Acting(tenant, tenant, Actor.job("test"));
        }
    }

    private Mono<Void> make(Call call) {
        return call.fate() == Call.Fate.LOOKED_AT ? lookAtAny() : act(call);
    }

    /** Whatever connection comes: what those before have left in it. One that was killed just now says nothing. */
    private Mono<Void> lookAtAny() {
        return Flux.usingWhen(pool.create(), TenantConnectionTest::memory, Connection::close)
                .doOnNext(found::add)
                .onErrorComplete()
                .then();
    }

    private Mono<Void> act(Call call) {
        made.incrementAndGet();
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
            case ANSWERED, CANCELLED, LOOKED_AT -> Mono.empty();
            case SQL_ERROR ->
                counted(database.sql("select 1 / 0").then()).doOnSubscribe(begun -> wrong.incrementAndGet());
            case KILLED -> counted(killAny());
        };
    }

    /** One of the five: at work for somebody, waiting in the pool, or the very one that asks. */
    private Mono<Void> killAny() {
        return database.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = :name order by random() limit 1
                        """).bind("name", "s4-" + run).then().doOnSubscribe(begun -> killed.incrementAndGet());
    }

    private Mono<Void> look(Call call) {
        return counted(database.sql("select tenant_id from platform.inbox where consumer = :run limit 20")
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
        var seen =
                Flux.fromIterable(all).concatMap(TenantConnectionTest::memory).collectList();
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
