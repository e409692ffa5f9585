package io.chom.tenants.usage;

import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one subject used in a span.
 *
 * @param subject such as a site; null for events that named none
 * @param quantity by the aggregation of the meter
 * @param events how many events there are of it
 */
public record SubjectUsage(@Nullable String subject, BigDecimal quantity, long events) {

    // By the hours as well, which is what events are indexed by.
    static final String WITHIN = """
             tenant_id = :tenant and meter = :meter and time >= :from and time < :until
             and date_bin('1 hour', time, '2000-01-01 00:00+00')
                 between date_bin('1 hour', cast(:from as timestamptz), '2000-01-01 00:00+00')
                     and date_bin('1 hour', cast(:until as timestamptz), '2000-01-01 00:00+00')
            """;

    /** How many events there are in the hours of a span, without reading them. */
    static Mono<Long> events(DatabaseClient database, TenantId tenant, MeterId meter, Span span) {
        return database.sql("""
                        select coalesce(sum(events), 0) from usage.hourly
                         where tenant_id = :tenant and meter = :meter and bucket < :until
                               and bucket >= date_trunc('hour', cast(:from as timestamptz), 'UTC')
                        """)
                .bind("tenant", tenant.value())
                .bind("meter", meter.value())
                .bind("from", span.from())
                .bind("until", span.until())
                .mapValue(Long.class)
                .one();
    }

    static Flux<SubjectUsage> of(DatabaseClient database, TenantId tenant, Meter meter, Span span) {
        return figure(meter)
                .map(figure -> of(database, tenant, meter.id(), span, figure))
                .orElse(Flux.empty());
    }

    /** Whether figures of the meter are put together of those of its subjects. */
    static boolean isTold(Meter meter) {
        return figure(meter).isPresent();
    }

    private static Optional<String> figure(Meter meter) {
        return switch (meter.aggregation()) {
            case SUM -> Optional.of("sum(quantity)");
            case MAX -> Optional.of("max(quantity)");
            case COUNT -> Optional.of("count(*)::numeric");
            case UNIQUE, LATEST, TIME_WEIGHTED -> Optional.empty();
        };
    }

    private static Flux<SubjectUsage> of(
            DatabaseClient database, TenantId tenant, MeterId meter, Span span, String figure) {
        return database.sql("select subject, " + figure + " as quantity, count(*) as events from usage.counted where"
                        + WITHIN + " group by subject order by 2 desc, 1 nulls last")
                .bind("tenant", tenant.value())
                .bind("meter", meter.value())
                .bind("from", span.from())
                .bind("until", span.until())
                .map(row -> new SubjectUsage(
                        row.get("subject", String.class),
                        Quantity.plain(Objects.requireNonNull(row.get("quantity", BigDecimal.class))),
                        Objects.requireNonNull(row.get("events", Long.class))))
                .all();
    }
}
