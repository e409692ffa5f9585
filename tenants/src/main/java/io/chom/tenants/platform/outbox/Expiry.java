package io.chom.tenants.platform.outbox;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Clears what nobody will ask for again, so that these tables stay as small as the traffic. An inbox remembers for longer
 * than the broker keeps a record.
 */
@Component
@ConditionalOnRole("worker")
class Expiry {

    private static final Purpose PURPOSE = Purpose.routine("expiry");
    private static final Duration SHIPPED = Duration.ofDays(7);
    private static final Duration HANDLED = Duration.ofDays(30);

    private static final String OUTBOX = "delete from platform.outbox where published_at < :before";
    private static final String INBOX = "delete from platform.inbox where seen_at < :before";
    private static final String KEYS = "delete from platform.idempotency_key where expires_at < :before";

    private final CrossTenant platform;
    private final Clock clock;

    Expiry(CrossTenant platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** Yields how many rows went. */
    Mono<Long> clear() {
        Instant now = clock.instant();
        return platform.one(
                PURPOSE,
                database -> delete(database, OUTBOX, now.minus(SHIPPED))
                        .zipWhen(outbox -> delete(database, INBOX, now.minus(HANDLED)), Long::sum)
                        .zipWhen(both -> delete(database, KEYS, now), Long::sum));
    }

    private static Mono<Long> delete(DatabaseClient database, String statement, Instant before) {
        return database.sql(statement).bind("before", before).fetch().rowsUpdated();
    }
}
