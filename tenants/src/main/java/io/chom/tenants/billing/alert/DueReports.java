package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Finds across all customers of whom a summary is to be written. */
@Repository
class DueReports {

    private static final Purpose REPORTS = Purpose.routine("usage reports");

    /**
     * Weeks begin on Monday. One is due from its hour on until the week is over; whoever came later has nothing to be told of
     * it.
     */
    private static final String WEEKS = """
            with customer as (
                select tenant_id, reseller_id, started_at, time_zone,
                       cast(date_trunc('week', cast(:now as timestamptz) at time zone time_zone) as date) as monday
                  from billing.subscription where status in ('trialing', 'active', 'past_due')),
            week as (select *, (monday + cast(:hour as time)) at time zone time_zone as due_at from customer)
            select tenant_id, reseller_id, monday from week
             where due_at <= :now and started_at < due_at
               and not exists (select from billing.usage_report r
                                where r.tenant_id = week.tenant_id and r.kind = 'week' and r.starts_on = monday)
             order by due_at, tenant_id
            """;

    private static final String PERIODS = """
            select tenant_id, reseller_id, id, period_from from billing.invoice i
             where ahead is null and issued_at > :since and issued_at <= :now
               and not exists (select from billing.usage_report r
                                where r.tenant_id = i.tenant_id and r.kind = 'period' and r.starts_on = i.period_from)
             order by issued_at, tenant_id
            """;

    private final CrossTenant crossTenant;

    DueReports(CrossTenant crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** A week of a customer. */
    record Week(Acting customer, LocalDate monday) {}

    /** A period of a customer that was billed. */
    record Billed(Acting customer, InvoiceId invoice, LocalDate from) {}

    /** The weeks that are due, the oldest first. */
    Flux<Week> weeks(Instant now, LocalTime hour) {
        return crossTenant.many(
                REPORTS,
                database -> database.sql(WEEKS)
                        .bind("now", now)
                        .bind("hour", hour.toString())
                        .map(row -> new Week(DueLooks.acting(row), get(row, "monday", LocalDate.class)))
                        .all());
    }

    /** The periods whose invoices were written since then. */
    Flux<Billed> periods(Instant now, Instant since) {
        return crossTenant.many(
                REPORTS,
                database -> database.sql(PERIODS)
                        .bind("now", now)
                        .bind("since", since)
                        .map(row -> new Billed(
                                DueLooks.acting(row),
                                new InvoiceId(get(row, "id", UUID.class)),
                                get(row, "period_from", LocalDate.class)))
                        .all());
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
