package io.chom.tenants.billing;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.catalog.Term;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored subscriptions. Callers hold a transaction of the tenant. */
@Repository
class Subscriptions {

    private static final String INSERT = """
            insert into billing.subscription
                (id, tenant_id, reseller_id, catalogue, version, plan, term, seats, status, anchor_day, time_zone, started_at,
                 trial_until, currency, invoiced_until, period_end, advance_at)
            values (:id, :tenant, :reseller, :catalogue, :version, :plan, :term, :seats, :status, :anchorDay, :zone, :startedAt,
                    cast(:trialUntil as date), cast(:currency as text), :invoicedUntil, :periodEnd,
                    case :term when 'year' then cast(:startedAt as timestamptz) end)
            """;

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = """
            select id, tenant_id, reseller_id, catalogue, version, plan, term, seats, status, anchor_day, time_zone, started_at,
                   trial_until, ends_on, currency,
                   (select string_agg(concat_ws(' ', effective_on, version, plan, proration, term, seats), ',' order by effective_on, made_at)
                      from billing.plan_change
                     where tenant_id = subscription.tenant_id and subscription_id = subscription.id
                       and withdrawn_at is null) as changes,
                   (select string_agg(concat_ws(' ', meter, granted, effective_on, ends_on), ',')
                      from billing.limit_increase
                     where tenant_id = subscription.tenant_id and subscription_id = subscription.id
                       and state = 'granted') as increases,
                   (select string_agg(concat_ws(' ', begins_on, ends_on, resumed_on), ',' order by begins_on)
                      from billing.pause
                     where tenant_id = subscription.tenant_id and subscription_id = subscription.id
                       and withdrawn_at is null) as pauses,
                   (select string_agg(
                               concat_ws(' ', begins_on, month_percent, year_percent, coalesce(periods, 0), ends_on), ','
                               order by begins_on)
                      from billing.discount
                     where tenant_id = subscription.tenant_id and subscription_id = subscription.id
                       and state in ('active', 'ended')) as reductions
            """;

    private static final String RUNNING = COLUMNS + """
             from billing.subscription
            where status <> 'cancelled'
            """;

    /** What changes it is read only after whoever changed it before is done. */
    private static final String LOCK =
            "select from billing.subscription where tenant_id = :tenant and status <> 'cancelled' for update";

    private static final String END_OVER = """
            update billing.subscription set status = 'cancelled'
             where tenant_id = :tenant and status <> 'cancelled'
               and ends_on <= cast(cast(:now as timestamptz) at time zone time_zone as date)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Subscriptions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds one that no invoice covers yet, in the place of one that has ended. */
    Mono<Void> add(Subscription subscription) {
        return database.sql(END_OVER)
                .bind("tenant", subscription.customer().value())
                .bind("now", clock.instant())
                .then()
                .then(Mono.defer(() -> insert(subscription)));
    }

    private Mono<Void> insert(Subscription subscription) {
        Period first = subscription.period(subscription.startedAt());
        return database.sql(INSERT)
                .bind("id", subscription.id().value())
                .bind("tenant", subscription.customer().value())
                .bind("reseller", subscription.reseller().value())
                .bind("catalogue", subscription.catalogue())
                .bind("version", subscription.version())
                .bind("plan", subscription.plan())
                .bind("term", subscription.term().word())
                .bind("seats", subscription.seats())
                .bind("status", subscription.status().word())
                .bind("anchorDay", subscription.anchorDay())
                .bind("zone", subscription.zone().getId())
                .bind("startedAt", subscription.startedAt())
                .bind("trialUntil", Parameters.in(R2dbcType.DATE, subscription.trialUntil()))
                .bind("currency", Parameters.in(R2dbcType.VARCHAR, code(subscription.currency())))
                .bind("invoicedUntil", first.from())
                .bind("periodEnd", first.end())
                .then();
    }

    /** All that a tenant ever had. */
    Flux<Subscription> ever(TenantId tenant) {
        return database.sql(COLUMNS + " from billing.subscription where tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map(Subscriptions::read)
                .all();
    }

    /** The running one of a tenant. */
    Mono<Subscription> running(TenantId tenant) {
        return database.sql(RUNNING + " and tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map(Subscriptions::read)
                .one()
                .filter(one -> one.runs(clock.instant()));
    }

    /** The same, which nobody else changes or bills until this transaction is over. */
    Mono<Subscription> locked(TenantId tenant) {
        return database.sql(LOCK).bind("tenant", tenant.value()).then().then(Mono.defer(() -> running(tenant)));
    }

    /** The running ones of a reseller's customers. */
    Flux<Subscription> runningOfCustomers(TenantId reseller) {
        return database.sql(RUNNING + " and reseller_id = :reseller and tenant_id <> :reseller order by tenant_id")
                .bind("reseller", reseller.value())
                .map(Subscriptions::read)
                .all()
                .filter(one -> one.runs(clock.instant()));
    }

    /** The running ones of all customers that this client may see, but not what resellers bought for themselves. */
    static Flux<Subscription> running(DatabaseClient platform, Instant now) {
        return platform.sql(RUNNING + " and tenant_id <> reseller_id order by tenant_id")
                .map(Subscriptions::read)
                .all()
                .filter(one -> one.runs(now));
    }

    static Subscription read(Readable row) {
        return new Subscription(
                new SubscriptionId(get(row, "id", UUID.class)),
                new TenantId(get(row, "tenant_id", UUID.class)),
                new TenantId(get(row, "reseller_id", UUID.class)),
                get(row, "catalogue", String.class),
                get(row, "version", Integer.class),
                get(row, "plan", String.class),
                Term.of(get(row, "term", String.class)),
                get(row, "seats", Integer.class),
                Subscription.Status.of(get(row, "status", String.class)),
                get(row, "anchor_day", Integer.class),
                ZoneId.of(get(row, "time_zone", String.class)),
                get(row, "started_at", Instant.class),
                each(row.get("changes", String.class), Subscriptions::change),
                each(row.get("increases", String.class), Subscriptions::increase),
                each(row.get("pauses", String.class), Subscriptions::pause),
                each(row.get("reductions", String.class), Subscriptions::reduction),
                row.get("trial_until", LocalDate.class),
                row.get("ends_on", LocalDate.class),
                currency(row.get("currency", String.class)));
    }

    static @Nullable Currency currency(@Nullable String code) {
        return code == null ? null : Currency.getInstance(code);
    }

    static @Nullable String code(@Nullable Currency currency) {
        return currency == null ? null : currency.getCurrencyCode();
    }

    private static <T> List<T> each(@Nullable String all, Function<String[], T> read) {
        return all == null
                ? List.of()
                : Stream.of(all.split(","))
                        .map(words -> read.apply(words.split(" ")))
                        .toList();
    }

    private static LimitIncrease increase(String[] word) {
        return new LimitIncrease(
                new MeterId(word[0]),
                new BigDecimal(word[1]),
                LocalDate.parse(word[2]),
                word.length == 3 ? null : LocalDate.parse(word[3]));
    }

    private static Pause pause(String[] word) {
        return new Pause(
                LocalDate.parse(word[0]), LocalDate.parse(word[1]), word.length == 2 ? null : LocalDate.parse(word[2]));
    }

    private static Reduction reduction(String[] word) {
        int periods = Integer.parseInt(word[3]);
        return new Reduction(
                LocalDate.parse(word[0]),
                new BigDecimal(word[1]),
                new BigDecimal(word[2]),
                periods == 0 ? null : periods,
                word.length == 4 ? null : LocalDate.parse(word[4]));
    }

    private static PlanChange change(String[] word) {
        return new PlanChange(
                LocalDate.parse(word[0]),
                Integer.parseInt(word[1]),
                word[2],
                Proration.valueOf(word[3].toUpperCase(Locale.ROOT)),
                Term.of(word[4]),
                Integer.parseInt(word[5]));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
