package io.chom.tenants.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The explicit way to read or write across tenants, on a database role and a pool of its own.
 *
 * <p>Every use names its purpose. A routine one (the program's own jobs) is counted; any other leaves a row in
 * {@code platform.cross_tenant_access} in the same transaction: who, why, when.
 */
public final class CrossTenant {

    private static final String RECORD = """
            insert into platform.cross_tenant_access (id, purpose, actor)
            values (:id, :purpose, :actor)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final MeterRegistry meters;

    CrossTenant(DatabaseClient database, TransactionalOperator transactions, MeterRegistry meters) {
        this.database = database;
        this.transactions = transactions;
        this.meters = meters;
    }

    /**
     * Why somebody reaches across tenants.
     *
     * @param name short and stable, such as {@code "host directory"}
     * @param routine true for the program's own jobs, which are counted and not recorded one by one
     */
    public record Purpose(String name, boolean routine) {

        /** A job of the program itself. */
        public static Purpose routine(String name) {
            return new Purpose(name, true);
        }

        /** Something that a person asked for. */
        public static Purpose audited(String name) {
            return new Purpose(name, false);
        }
    }

    /** Runs the work in one transaction of the platform's role and yields all its rows. */
    public <T> Flux<T> many(Purpose purpose, Function<DatabaseClient, ? extends Publisher<T>> work) {
        return note(purpose).thenMany(Flux.defer(() -> work.apply(database))).as(transactions::transactional);
    }

    /**
     * Takes things that are due, in one transaction of the platform's role; nobody else gets them before the lease is over.
     *
     * @param statement sets what is due by {@code :now} to {@code :until}, at most {@code :most}, passing over what is
     *     locked, and returns it
     * @param lease how long they are whoever's takes them
     */
    public <T> Flux<T> take(
            Purpose purpose, String statement, int most, Instant now, Duration lease, Function<Readable, T> row) {
        return many(
                purpose,
                database -> database.sql(statement)
                        .bind("now", now)
                        .bind("most", most)
                        .bind("until", now.plus(lease))
                        .map(row)
                        .all());
    }

    /** Runs the work in one transaction of the platform's role and yields its one row, or none. */
    public <T> Mono<T> one(Purpose purpose, Function<DatabaseClient, Mono<T>> work) {
        return note(purpose).then(Mono.defer(() -> work.apply(database))).as(transactions::transactional);
    }

    private Mono<Void> note(Purpose purpose) {
        meters.counter("chom.cross_tenant", "purpose", purpose.name()).increment();
        return purpose.routine() ? Mono.empty() : record(purpose);
    }

    private Mono<Void> record(Purpose purpose) {
        return TenantContext.require()
                .flatMap(acting -> database.sql(RECORD)
                        .bind("id", Uuids.next())
                        .bind("purpose", purpose.name())
                        .bind("actor", acting.actor().id())
                        .then());
    }
}
