package io.chom.tenants.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.EventEnvelope;
import io.chom.tenants.platform.EventStream;
import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Ships recorded events in their order. One process at a time does, for the length of a transaction; an event is marked
 * after the broker has it, so a crash in between ships it twice and never not at all.
 */
@Component
@ConditionalOnRole("worker")
class OutboxRelay {

    /** Events shipped in one transaction. */
    static final int BATCH = 500;

    private static final Purpose PURPOSE = Purpose.routine("outbox relay");

    /** Any number that no other lock of ours uses. */
    private static final String LEAD = "select pg_try_advisory_xact_lock(7230517) as leads";

    private static final String NEXT = """
            select id, tenant_id, reseller_id,
                   jsonb_build_object('id', id, 'type', type, 'data', payload, 'at',
                       to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text as envelope
            from platform.outbox where published_at is null
            order by position limit :batch for update skip locked
            """;

    private static final String MARK = "update platform.outbox set published_at = :now where id = any(:ids)";

    private final CrossTenant platform;
    private final EventStream stream;
    private final Clock clock;

    OutboxRelay(CrossTenant platform, EventStream stream, Clock clock) {
        this.platform = platform;
        this.stream = stream;
        this.clock = clock;
    }

    private record Waiting(UUID id, StreamRecord record) {

        static Waiting of(Readable row) {
            return new Waiting(
                    value(row, "id", UUID.class),
                    new StreamRecord(
                            new TenantId(value(row, "tenant_id", UUID.class)),
                            new TenantId(value(row, "reseller_id", UUID.class)),
                            value(row, "envelope", String.class).getBytes(UTF_8)));
        }

        private static <T> T value(Readable row, String column, Class<T> type) {
            return Objects.requireNonNull(row.get(column, type));
        }
    }

    /** Ships what waits, batch by batch, and yields how many events that were; none when another process is at it. */
    Mono<Long> ship() {
        return platform.one(PURPOSE, this::shipBatch)
                .expand(shipped -> shipped < BATCH ? Mono.empty() : platform.one(PURPOSE, this::shipBatch))
                .reduce(0L, Long::sum);
    }

    private Mono<Integer> shipBatch(DatabaseClient database) {
        return leads(database)
                .flatMap(leads -> leads ? next(database) : Mono.just(List.<Waiting>of()))
                .flatMap(batch -> batch.isEmpty() ? Mono.just(0) : shipBatch(database, batch));
    }

    private Mono<Integer> shipBatch(DatabaseClient database, List<Waiting> batch) {
        return stream.publish(
                        EventEnvelope.TOPIC, batch.stream().map(Waiting::record).toList())
                .then(Mono.defer(() -> mark(database, batch)))
                .thenReturn(batch.size());
    }

    private static Mono<Boolean> leads(DatabaseClient database) {
        return database.sql(LEAD)
                .map(row -> Boolean.TRUE.equals(row.get("leads", Boolean.class)))
                .one();
    }

    private static Mono<List<Waiting>> next(DatabaseClient database) {
        return database.sql(NEXT).bind("batch", BATCH).map(Waiting::of).all().collectList();
    }

    private Mono<Long> mark(DatabaseClient database, List<Waiting> batch) {
        return database.sql(MARK)
                .bind("now", clock.instant())
                .bind("ids", batch.stream().map(Waiting::id).toArray(UUID[]::new))
                .fetch()
                .rowsUpdated();
    }
}
