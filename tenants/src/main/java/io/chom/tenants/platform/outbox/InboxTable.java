package io.chom.tenants.platform.outbox;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.EventId;
import io.chom.tenants.platform.Inbox;
import io.chom.tenants.platform.TenantTransactions;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps handled events in {@code platform.inbox}; its primary key decides between two who ask at once. */
@Repository
class InboxTable implements Inbox {

    private static final String REMEMBER = """
            insert into platform.inbox (tenant_id, reseller_id, consumer, event_id, seen_at)
            values (:tenant, :reseller, :consumer, :event, :at) on conflict do nothing
            """;

    private final DatabaseClient database;
    private final TenantTransactions transactions;
    private final Clock clock;

    InboxTable(DatabaseClient database, TenantTransactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> firstTime(String consumer, EventId event) {
        return transactions
                .require("The memory of an event")
                .flatMap(acting -> remember(acting, consumer, event))
                .map(rows -> rows == 1);
    }

    private Mono<Long> remember(Acting acting, String consumer, EventId event) {
        return database.sql(REMEMBER)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("consumer", consumer)
                .bind("event", event.value())
                .bind("at", clock.instant())
                .fetch()
                .rowsUpdated();
    }
}
