package io.chom.tenants.billing.reminder;

import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all customers whom to remind, and has each reminded once. */
@Repository
class DueReminders {

    private static final Purpose REMINDERS = Purpose.routine("reminders");
    private static final Actor JOB = Actor.job("reminders");

    /** Days are those of the subscription's zone. */
    private static final String DUE = """
            with today as (
                select *, cast(cast(:now as timestamptz) at time zone time_zone as date) as day
                  from billing.subscription where status = 'active' and ends_on is null),
            due as (
                select tenant_id, reseller_id, id, 'renewal' as kind,
                       cast(advance_at at time zone time_zone as date) as due_on
                  from today
                 where advance_at > :now and cast(advance_at at time zone time_zone as date) <= day + :renewal
                union all
                select s.tenant_id, s.reseller_id, s.id, 'resumption', p.ends_on
                  from today s join billing.pause p on p.tenant_id = s.tenant_id and p.subscription_id = s.id
                 where p.withdrawn_at is null and p.resumed_on is null and p.begins_on <= s.day
                   and p.ends_on > s.day and p.ends_on <= s.day + :resumption and p.ends_on > p.begins_on + :resumption)
            select d.* from due d
             where not exists (select from billing.reminder r
                    where r.tenant_id = d.tenant_id and r.subscription_id = d.id and r.kind = d.kind and r.due_on = d.due_on)
             order by due_on, tenant_id
            """;

    private static final String RECORD = """
            insert into billing.reminder (tenant_id, reseller_id, subscription_id, kind, due_on, told_at)
            values (:tenant, :reseller, :subscription, :kind, :dueOn, :now)
            on conflict do nothing
            """;

    private final CrossTenant crossTenant;
    private final DatabaseClient database;

    DueReminders(CrossTenant crossTenant, DatabaseClient database) {
        this.crossTenant = crossTenant;
        this.database = database;
    }

    /** Somebody who is to be reminded of something that is charged on a day. */
    record Due(Acting customer, SubscriptionId subscription, Reminder reminder, LocalDate on) {}

    /** Who is to be reminded, the earliest day first. */
    Flux<Due> find(Instant now, ReminderProperties properties) {
        return crossTenant.many(
                REMINDERS,
                all -> all.sql(DUE)
                        .bind("now", now)
                        .bind("renewal", properties.renewal())
                        .bind("resumption", properties.resumption())
                        .map(DueReminders::due)
                        .all());
    }

    /** Records that somebody is reminded; false if somebody has done so, who is waited for. Needs its transaction. */
    Mono<Boolean> record(Due due, Instant now) {
        return database.sql(RECORD)
                .bind("tenant", due.customer().tenant().value())
                .bind("reseller", due.customer().reseller().value())
                .bind("subscription", due.subscription().value())
                .bind("kind", due.reminder().word())
                .bind("dueOn", due.on())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Due due(Readable row) {
        return new Due(
                new Acting(new TenantId(id(row, "tenant_id")), new TenantId(id(row, "reseller_id")), JOB),
                new SubscriptionId(id(row, "id")),
                Reminder.of(Objects.requireNonNull(row.get("kind", String.class))),
                Objects.requireNonNull(row.get("due_on", LocalDate.class)));
    }

    private static UUID id(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }
}
