package io.chom.tenants.billing;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Uuids;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes when subscriptions are paused. Callers hold a transaction of the tenant with the subscription locked. */
@Repository
class PauseBook {

    private static final String ADD = """
            insert into billing.pause
                (id, tenant_id, reseller_id, subscription_id, begins_on, ends_on, asked_by, asked_at)
            values (:id, :tenant, :reseller, :subscription, :from, :until, :by, :now)
            """;

    private static final String WITHDRAW = """
            update billing.pause set withdrawn_at = :now
             where tenant_id = :tenant and subscription_id = :subscription and begins_on >= :today and withdrawn_at is null
            """;

    private static final String RESUME = """
            update billing.pause set resumed_on = :today
             where tenant_id = :tenant and subscription_id = :subscription and begins_on < :today and ends_on > :today
               and resumed_on is null and withdrawn_at is null
            """;

    private final DatabaseClient database;

    PauseBook(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Acting acting, Subscription of, Pause pause, Instant now) {
        return asked(ADD, of)
                .bind("id", Uuids.next())
                .bind("reseller", of.reseller().value())
                .bind("from", pause.from())
                .bind("until", pause.until())
                .bind("by", acting.actor().id())
                .bind("now", now)
                .then();
    }

    /** Takes back one that begins on this day or later, and ends one that has begun before. */
    Mono<Void> end(Subscription of, LocalDate today, Instant now) {
        return asked(WITHDRAW, of)
                .bind("today", today)
                .bind("now", now)
                .then()
                .then(asked(RESUME, of).bind("today", today).then());
    }

    private GenericExecuteSpec asked(String statement, Subscription of) {
        return database.sql(statement)
                .bind("tenant", of.customer().value())
                .bind("subscription", of.id().value());
    }
}
