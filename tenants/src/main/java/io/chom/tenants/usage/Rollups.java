package io.chom.tenants.usage;

import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the rollups. Bound to no client of its own: the same question is asked as a tenant and, by the platform, across
 * tenants.
 */
final class Rollups {

    // A span is put together from whole days and the whole hours around them: never more rows than its days need. Each
    // is
    // fetched by itself ("offset 0" sees to that): asked for together, the database was seen to read the rollups of
    // all.
    private static final String ASKED = """
            with asked as (
                select *, date_trunc('day', starts + interval '1 day - 1 microsecond', 'UTC') as first_day,
                          date_trunc('day', ends, 'UTC') as last_day,
                          date_trunc('hour', starts + interval '1 hour - 1 microsecond', 'UTC') as first_hour,
                          date_trunc('hour', ends, 'UTC') as last_hour
                from unnest(cast(:tenants as uuid[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))
                    as span (tenant, starts, ends)
            ), parts as (
                select tenant, meter, total, peak, events
                from asked,
                     lateral (select meter, total, peak, events from usage.daily
                              where tenant_id = tenant and bucket >= (first_day at time zone 'UTC')::date
                                    and bucket < (last_day at time zone 'UTC')::date
                              offset 0) as days
                union all
                select tenant, meter, total, peak, events
                from asked,
                     lateral (values (first_hour, least(first_day, last_hour)),
                                     (greatest(first_day, last_day), last_hour)) as edge (starting, ending),
                     lateral (select meter, total, peak, events from usage.hourly
                              where tenant_id = tenant and bucket >= starting and bucket < ending
                              offset 0) as hours
            """;

    // Where a zone's midnight is not on a whole hour of UTC, the events around the hours make it exact, found by their
    // hour
    // (an edge never reaches over one). Only then: the
    // many partitions take the database longer to plan than everything else together; the outer bounds leave it few.
    private static final String EVENTS_AT_THE_EDGES = """
                union all
                select tenant, meter, quantity, quantity, 1
                from asked,
                     lateral (values (starts, least(first_hour, ends)),
                                     (greatest(first_hour, last_hour), ends)) as edge (starting, ending),
                     lateral (select meter, quantity from usage.counted
                              where tenant_id = tenant and time >= starting and time < ending
                                    and date_bin('1 hour', time, '2000-01-01 00:00+00')
                                        = date_bin('1 hour', starting, '2000-01-01 00:00+00')
                                    and time >= :earliest and time < :latest
                              offset 0) as part
            """;

    private static final String SUMS = """
            )
            select tenant, meter, sum(total) as total, max(peak) as peak, sum(events) as events
            from parts group by tenant, meter
            """;

    private static final String DAILY = """
            select bucket, total, peak, cast(events as numeric) as events
            from usage.daily
            where tenant_id = :tenant and meter = :meter and bucket >= :from and bucket < :until
            order by bucket
            """;

    private Rollups() {}

    /** One sum of one tenant. */
    record Sum(TenantId tenant, MeterId meter, BigDecimal total, BigDecimal peak, BigDecimal events) {

        /** Empty for what does not come out of sums; {@link Figures} have it. */
        Optional<BigDecimal> by(Meter.Aggregation aggregation) {
            return switch (aggregation) {
                case SUM -> Optional.of(total);
                case MAX -> Optional.of(peak);
                case COUNT -> Optional.of(events);
                case UNIQUE, LATEST, TIME_WEIGHTED -> Optional.empty();
            };
        }
    }

    static Flux<Sum> totals(DatabaseClient database, Map<TenantId, Span> spans) {
        boolean wholeHours = spans.values().stream().allMatch(Span::isOfWholeHours);
        var entries = List.copyOf(spans.entrySet());
        return (wholeHours ? database.sql(ASKED + SUMS) : withEvents(database, spans.values()))
                .bind("tenants", column(entries, entry -> entry.getKey().toString()))
                .bind("starts", column(entries, entry -> entry.getValue().from().toString()))
                .bind("ends", column(entries, entry -> entry.getValue().until().toString()))
                .map(row -> sum(
                        new TenantId(get(row, "tenant", UUID.class)),
                        new MeterId(get(row, "meter", String.class)),
                        row))
                .all();
    }

    private static Sum sum(TenantId tenant, MeterId meter, Readable row) {
        return new Sum(tenant, meter, amount(row, "total"), amount(row, "peak"), amount(row, "events"));
    }

    private static GenericExecuteSpec withEvents(DatabaseClient database, Collection<Span> spans) {
        return database.sql(ASKED + EVENTS_AT_THE_EDGES + SUMS)
                .bind("earliest", Collections.min(spans.stream().map(Span::from).toList()))
                .bind("latest", Collections.max(spans.stream().map(Span::until).toList()));
    }

    static Flux<DailyUsage> daily(
            DatabaseClient database, TenantId tenant, Meter meter, LocalDate from, LocalDate until) {
        return database.sql(DAILY)
                .bind("tenant", tenant.value())
                .bind("meter", meter.id().value())
                .bind("from", from)
                .bind("until", until)
                .map(row -> sum(tenant, meter.id(), row)
                        .by(meter.aggregation())
                        .map(quantity -> new DailyUsage(get(row, "bucket", LocalDate.class), quantity)))
                .all()
                .concatMap(Mono::justOrEmpty);
    }

    private static BigDecimal amount(Readable row, String column) {
        return Quantity.plain(get(row, column, BigDecimal.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    private static String[] column(
            List<Map.Entry<TenantId, Span>> entries, Function<Map.Entry<TenantId, Span>, String> cell) {
        return entries.stream().map(cell).toArray(String[]::new);
    }
}
