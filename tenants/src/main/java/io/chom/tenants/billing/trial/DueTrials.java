package io.chom.tenants.billing.trial;

import io.chom.tenants.billing.trial.TrialMail.Notice;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds across all customers whom to tell of a trial, and has each told once. */
@Repository
class DueTrials {

    private static final Purpose TRIALS = Purpose.routine("trials");
    private static final Actor JOB = Actor.job("trials");

    /** Whoever has given it up need not be told. */
    private static final String DUE = """
            select tenant_id, reseller_id, case when trial_until > today then 'ending' else 'ended' end as notice
              from (select *, cast(cast(:now as timestamptz) at time zone time_zone as date) as today
                      from billing.subscription
                     where trial_until is not null and status = 'active' and ends_on is null) as tried
             where trial_until > today and trial_until <= today + :remind and trial_notice is null
                   and trial_until > cast(started_at at time zone time_zone as date) + :remind
                or trial_until <= today and trial_until > today - :late and trial_notice is distinct from 'ended'
             order by trial_until, tenant_id
            """;

    private static final String RECORD = """
            update billing.subscription set trial_notice = :notice
             where tenant_id = :tenant and trial_until is not null and status = 'active' and ends_on is null
               and trial_notice is distinct from :notice and trial_notice is distinct from 'ended'
            """;

    private final CrossTenant crossTenant;
    private final DatabaseClient database;

    DueTrials(CrossTenant crossTenant, DatabaseClient database) {
        this.crossTenant = crossTenant;
        this.database = database;
    }

    /** Somebody who is to be told something. */
    record Due(Acting customer, Notice notice) {}

    /** Who is to be told, the first whose trial ends first. */
    Flux<Due> find(Instant now, TrialProperties properties) {
        return crossTenant.many(
                TRIALS,
                all -> all.sql(DUE)
                        .bind("now", now)
                        .bind("remind", properties.remind())
                        .bind("late", properties.late())
                        .map(DueTrials::due)
                        .all());
    }

    /** Records that the acting tenant is told; false if somebody has done so, who is waited for. Needs its transaction. */
    Mono<Boolean> record(Due due) {
        return database.sql(RECORD)
                .bind("tenant", due.customer().tenant().value())
                .bind("notice", due.notice().name().toLowerCase(Locale.ROOT))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Due due(Readable row) {
        return new Due(
                new Acting(id(row, "tenant_id"), id(row, "reseller_id"), JOB),
                Notice.valueOf(
                        Objects.requireNonNull(row.get("notice", String.class)).toUpperCase(Locale.ROOT)));
    }

    private static TenantId id(Readable row, String column) {
        return new TenantId(Objects.requireNonNull(row.get(column, UUID.class)));
    }
}
