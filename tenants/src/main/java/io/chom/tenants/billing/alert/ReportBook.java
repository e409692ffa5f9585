package io.chom.tenants.billing.alert;

import io.chom.tenants.platform.Acting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The summaries that were written. Callers hold a transaction of the tenant. */
@Repository
class ReportBook {

    private final DatabaseClient database;

    ReportBook(DatabaseClient database) {
        this.database = database;
    }

    /** What a summary is of. */
    enum Kind {
        WEEK,
        PERIOD
    }

    /** Records that one is written; false if somebody has done so, who is waited for. */
    Mono<Boolean> record(Acting acting, Kind kind, LocalDate startsOn, Instant now) {
        return database.sql("""
                        insert into billing.usage_report (tenant_id, reseller_id, kind, starts_on, written_at)
                        values (:tenant, :reseller, :kind, :startsOn, :now) on conflict do nothing
                        """)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                .bind("startsOn", startsOn)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
