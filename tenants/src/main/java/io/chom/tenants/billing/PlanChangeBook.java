package io.chom.tenants.billing;

import io.chom.tenants.platform.Uuids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes what a subscription becomes. Callers hold a transaction of the tenant with the subscription locked. */
@Repository
class PlanChangeBook {

    private static final String WITHDRAW = """
            update billing.plan_change set withdrawn_at = :now
             where tenant_id = :tenant and subscription_id = :subscription and effective_on >= :from
               and withdrawn_at is null
            """;

    private static final String INSERT = """
            insert into billing.plan_change
                (id, tenant_id, reseller_id, subscription_id, version, plan, effective_on, proration, term, seats, made_at)
            values (:id, :tenant, :reseller, :subscription, :version, :plan, :from, :proration, :term, :seats, :now)
            """;

    private static final String END = """
            update billing.subscription set ends_on = :day, end_reason = nullif(:reason, '')
             where tenant_id = :tenant and id = :subscription
            """;

    private static final String GO_ON = """
            update billing.subscription set ends_on = null, end_reason = null
             where tenant_id = :tenant and id = :subscription and ends_on is not null
            """;

    /** What is owed in advance, and how long the running month is, is looked at anew: by whoever bills. */
    private static final String LOOK = """
            update billing.subscription set advance_at = :now, period_end = least(period_end, :now)
             where tenant_id = :tenant and id = :subscription and status <> 'cancelled'
            """;

    private final DatabaseClient database;

    PlanChangeBook(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Adds a change.
     *
     * @param replaced the first day whose changes it takes the place of
     */
    Mono<Void> add(Subscription of, PlanStep change, LocalDate replaced, Instant now) {
        return withdraw(of, replaced, now)
                .then(asked(INSERT, of)
                        .bind("id", Uuids.next())
                        .bind("reseller", of.reseller().value())
                        .bind("version", change.plan().version())
                        .bind("plan", change.plan().slug())
                        .bind("from", change.from())
                        .bind("proration", change.proration().name().toLowerCase(Locale.ROOT))
                        .bind("term", change.term().word())
                        .bind("seats", change.plan().seatCount())
                        .bind("now", now)
                        .then());
    }

    /** Has a subscription that is another now looked at by whoever bills. */
    Mono<Void> look(Subscription of, Instant now) {
        return asked(LOOK, of).bind("now", now).then();
    }

    /** Takes back the changes from a day on. */
    Mono<Void> withdraw(Subscription of, LocalDate from, Instant now) {
        return asked(WITHDRAW, of).bind("now", now).bind("from", from).then().then(look(of, now));
    }

    /** Has it end with the day before. */
    Mono<Void> end(Subscription which, LocalDate day, String reason, Instant now) {
        return asked(END, which).bind("day", day).bind("reason", reason).then().then(look(which, now));
    }

    /** Has it not end. */
    Mono<Void> goOn(Subscription which, Instant now) {
        return asked(GO_ON, which).then().then(look(which, now));
    }

    private DatabaseClient.GenericExecuteSpec asked(String statement, Subscription of) {
        return database.sql(statement)
                .bind("tenant", of.customer().value())
                .bind("subscription", of.id().value());
    }
}
