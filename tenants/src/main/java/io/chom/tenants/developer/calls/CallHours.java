package io.chom.tenants.developer.calls;

import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls of the acting tenant by hour. */
@Repository
class CallHours {

    private static final String ADD = """
            insert into developer.call_hour as old
                (tenant_id, reseller_id, hour, route, status, calls, micros, most_micros)
            select tenant_id, reseller_id, :hour, part.*
            from tenancy.tenant, unnest(cast(:routes as text[]), cast(:groups as smallint[]), cast(:calls as bigint[]),
                                        cast(:micros as bigint[]), cast(:most as bigint[])) as part
            where tenant_id = :tenant
            on conflict (tenant_id, hour, route, status) do update
                set calls = old.calls + excluded.calls, micros = old.micros + excluded.micros,
                    most_micros = greatest(old.most_micros, excluded.most_micros)
            """;

    private static final String LIST = """
            select hour, route, sum(calls)::bigint as calls, sum(calls) filter (where status >= 4)::bigint as errors,
                   sum(micros)::bigint as micros, max(most_micros) as most_micros
            from developer.call_hour
            where tenant_id = :tenant and hour >= :from and hour < :until and (hour, route) < (:hour, :route)
            group by hour, route
            order by hour desc, route desc
            limit :limit
            """;

    private final DatabaseClient database;

    CallHours(DatabaseClient database) {
        this.database = database;
    }

    /** Adds to what is written of the hour. */
    Mono<Void> add(TenantId tenant, Instant hour, List<CallCounts.Part> parts) {
        return database.sql(ADD)
                .bind("tenant", tenant.value())
                .bind("hour", hour)
                .bind(
                        "routes",
                        parts.stream().map(part -> part.route().toString()).toArray(String[]::new))
                .bind("groups", column(parts, CallCounts.Part::group))
                .bind("calls", column(parts, part -> part.unwritten().calls()))
                .bind("micros", column(parts, part -> part.unwritten().micros()))
                .bind("most", column(parts, part -> part.unwritten().most()))
                .then();
    }

    private static Long[] column(List<CallCounts.Part> parts, ToLongFunction<CallCounts.Part> cell) {
        return parts.stream().mapToLong(cell).boxed().toArray(Long[]::new);
    }

    /** Where a list of hours goes on: after this one, which was the last to be seen. */
    record Position(Instant hour, String route) {}

    /** Hours and routes of a span, the latest first. */
    Flux<CallHour> list(TenantId tenant, Instant from, Instant until, Position after, int limit) {
        return database.sql(LIST)
                .bind("tenant", tenant.value())
                .bind("from", from)
                .bind("until", until)
                .bind("hour", after.hour())
                .bind("route", after.route())
                .bind("limit", limit)
                .map(CallHours::read)
                .all();
    }

    /** How many calls were answered since an hour, whatever the answer. */
    Mono<Long> count(TenantId tenant, Instant from) {
        return database.sql("""
                        select coalesce(sum(calls), 0)::bigint as calls from developer.call_hour
                        where tenant_id = :tenant and hour >= :from
                        """)
                .bind("tenant", tenant.value())
                .bind("from", from)
                .map(row -> number(row, "calls"))
                .one();
    }

    private static CallHour read(Readable row) {
        Long errors = row.get("errors", Long.class);
        return new CallHour(
                Objects.requireNonNull(row.get("hour", Instant.class)),
                Objects.requireNonNull(row.get("route", String.class)),
                number(row, "calls"),
                errors == null ? 0 : errors,
                Duration.of(number(row, "micros"), ChronoUnit.MICROS),
                Duration.of(number(row, "most_micros"), ChronoUnit.MICROS));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
