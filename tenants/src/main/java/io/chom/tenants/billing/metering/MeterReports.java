package io.chom.tenants.billing.metering;

import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.sync.SyncedPayer;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.usage.Span;
import io.chom.tenants.usage.Totals;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the provider was told of each meter and period. Callers hold a transaction of the tenant. */
@Repository
class MeterReports {

    private static final String KEY = """
             where tenant_id = :tenant and customer = :customer and subscription_id = :subscription
               and period_from = :periodFrom and meter = :meter
            """;

    /** Nothing is asked of a meter while the answer to what was asked before is awaited. */
    private static final String ASK = """
            insert into billing.meter_report as r (tenant_id, reseller_id, customer, subscription_id, period_from, meter,
                   starts_at, ends_at, told, asked, revision, asked_at, used_at)
            select :tenant, :reseller, :customer, :subscription, :periodFrom, meter, :startsAt, :endsAt, 0, figure, 1, :now,
                   :at
              from (select meter, figure from unnest(cast(:meters as text[]), cast(:figures as bigint[])) as f (meter, figure)
                     where figure <> 0 or exists (select from billing.meter_report k
                            where k.tenant_id = :tenant and k.customer = :customer and k.subscription_id = :subscription
                              and k.period_from = :periodFrom and k.meter = f.meter)
                    union all
                    select k.meter, 0 from billing.meter_report k
                     where k.tenant_id = :tenant and k.customer = :customer and k.subscription_id = :subscription
                       and k.period_from = :periodFrom and k.meter <> all(:meters)) as figures
             order by meter
            on conflict (tenant_id, customer, subscription_id, period_from, meter) do update
               set asked = excluded.asked - r.told, revision = r.revision + 1, asked_at = :now, used_at = :at,
                   starts_at = :startsAt, ends_at = :endsAt
             where r.asked is null and r.told <> excluded.asked
            """;

    private static final String SETTLE = """
            update billing.meter_report set told = %s, asked = null, reason = %s
            """ + KEY + " and revision = :revision and asked is not null";

    private static final String TOLD = SETTLE.formatted("told + asked", "null");
    private static final String REFUSED = SETTLE.formatted("told", ":reason");
    private static final String STANDS = SETTLE.formatted(":told", "null");

    private final DatabaseClient database;

    MeterReports(DatabaseClient database) {
        this.database = database;
    }

    /** Whose usage is told, of which period. */
    record Place(SyncedPayer payer, SubscriptionId subscription, Period period) {

        /** When what is told at a moment counts as used: then, or at the end of a period that is over. */
        Instant usedAt(Instant now) {
            Instant last = period.end().minusSeconds(1);
            return (now.isBefore(last) ? now : last).truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** In whole units, halves up: the provider counts no others. */
    static long whole(BigDecimal quantity) {
        return quantity.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Writes down what is to be told so that the provider comes to these figures. */
    Mono<Void> ask(Place place, Totals totals, Instant now) {
        var meters = totals.byMeter().keySet().stream()
                .sorted(Comparator.comparing(MeterId::value))
                .toList();
        return database.sql(ASK)
                .bind("tenant", place.payer().tenant().value())
                .bind("reseller", place.payer().reseller().value())
                .bind("customer", place.payer().customer())
                .bind("subscription", place.subscription().value())
                .bind("periodFrom", place.period().from())
                .bind("startsAt", place.period().start())
                .bind("endsAt", place.period().end())
                .bind("meters", meters.stream().map(MeterId::value).toArray(String[]::new))
                .bind(
                        "figures",
                        meters.stream().map(one -> whole(totals.of(one))).toArray(Long[]::new))
                .bind("now", now)
                .bind("at", place.usedAt(now))
                .then();
    }

    /** What was asked of a payer and not answered yet. */
    Flux<MeterReport> asked(SyncedPayer payer) {
        return database.sql("""
                        select tenant_id, customer, subscription_id, period_from, meter, asked, revision, asked_at, used_at
                          from billing.meter_report
                         where tenant_id = :tenant and customer = :customer and asked is not null
                         order by asked_at, period_from, meter
                        """)
                .bind("tenant", payer.tenant().value())
                .bind("customer", payer.customer())
                .map(MeterReports::report)
                .all();
    }

    /** The period of a report. */
    Mono<Span> span(MeterReport report) {
        return of(database.sql("select starts_at, ends_at from billing.meter_report" + KEY), report)
                .map(row -> new Span(get(row, "starts_at", Instant.class), get(row, "ends_at", Instant.class)))
                .one();
    }

    /** It was counted. */
    Mono<Void> told(MeterReport report) {
        return of(database.sql(TOLD), report)
                .bind("revision", report.revision())
                .then();
    }

    /** It was not counted and will not be; whatever is to be told next begins from what was told before. */
    Mono<Void> refused(MeterReport report, String reason) {
        return of(database.sql(REFUSED), report)
                .bind("revision", report.revision())
                .bind("reason", reason)
                .then();
    }

    /** So much is counted by now, whatever became of the report. */
    Mono<Void> stands(MeterReport report, long sum) {
        return of(database.sql(STANDS), report)
                .bind("revision", report.revision())
                .bind("told", sum)
                .then();
    }

    private static GenericExecuteSpec of(GenericExecuteSpec statement, MeterReport report) {
        return statement
                .bind("tenant", report.of().tenant().value())
                .bind("customer", report.of().customer())
                .bind("subscription", report.of().subscription().value())
                .bind("periodFrom", report.of().periodFrom())
                .bind("meter", report.of().meter().value());
    }

    private static MeterReport report(Readable row) {
        return new MeterReport(
                new MeterReport.Key(
                        new TenantId(get(row, "tenant_id", UUID.class)),
                        get(row, "customer", String.class),
                        new SubscriptionId(get(row, "subscription_id", UUID.class)),
                        get(row, "period_from", LocalDate.class),
                        new MeterId(get(row, "meter", String.class))),
                get(row, "asked", Long.class),
                get(row, "revision", Integer.class),
                get(row, "asked_at", Instant.class),
                get(row, "used_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
