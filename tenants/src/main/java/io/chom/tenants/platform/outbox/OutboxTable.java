package io.chom.tenants.platform.outbox;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.DomainEvent;
import io.chom.tenants.platform.EventId;
import io.chom.tenants.platform.Outbox;
import io.chom.tenants.platform.TenantTransactions;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps events in {@code platform.outbox} and wakes the relay when they commit. */
@Repository
class OutboxTable implements Outbox {

    /** Channel on which the relay hears that something was recorded. */
    static final String WAKE = "outbox";

    private static final String APPEND = """
            insert into platform.outbox (id, tenant_id, reseller_id, type, payload, created_at)
            values (:id, :tenant, :reseller, :type, :payload, :at)
            """;

    private final DatabaseClient database;
    private final TenantTransactions transactions;
    private final Broadcast broadcast;
    private final JsonMapper json;
    private final Clock clock;

    OutboxTable(
            DatabaseClient database,
            TenantTransactions transactions,
            Broadcast broadcast,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Void> append(DomainEvent event) {
        return transactions
                .require("An event")
                .flatMap(acting -> insert(acting, event))
                .then(broadcast.send(WAKE, ""));
    }

    private Mono<Long> insert(Acting acting, DomainEvent event) {
        return database.sql(APPEND)
                .bind("id", EventId.next().value())
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("type", event.type())
                .bind("payload", Json.of(json.writeValueAsBytes(event)))
                .bind("at", clock.instant())
                .fetch()
                .rowsUpdated();
    }
}
