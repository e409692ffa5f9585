package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/**
 * An event as it counts in a figure.
 *
 * @param id the sender's own
 * @param quantity what counts of it, after the last of its corrections
 * @param time when
 * @param subject what it was used by, or null
 * @param storedAt when it was counted
 */
public record FigureEvent(
        UsageEventId id,
        BigDecimal quantity,
        Instant time,
        @Nullable String subject,
        Instant storedAt) {

    private static final String BEFORE =
            "select id, quantity, time, subject, stored_at from usage.counted where" + SubjectUsage.WITHIN + """
             and (time, id collate "C") < (cast(:at as timestamptz), :id)
             and (not :one or subject is not distinct from nullif(:subject, ''))
             order by time desc, id collate "C" desc limit :most
            """;

    /**
     * Those of a meter before a place, the latest first.
     *
     * @param subject only those of this one; empty for those without, null for all
     */
    static Flux<FigureEvent> before(
            DatabaseClient database,
            TenantId tenant,
            MeterId meter,
            Span span,
            @Nullable String subject,
            EventPlace place,
            int most) {
        return database.sql(BEFORE)
                .bind("tenant", tenant.value())
                .bind("meter", meter.value())
                .bind("from", span.from())
                .bind("until", span.until())
                .bind("at", place.time())
                .bind("id", place.id())
                .bind("one", subject != null)
                .bind("subject", subject == null ? "" : subject)
                .bind("most", most)
                .map(FigureEvent::read)
                .all();
    }

    private static FigureEvent read(Readable row) {
        return new FigureEvent(
                new UsageEventId(get(row, "id", String.class)),
                Quantity.plain(get(row, "quantity", BigDecimal.class)),
                get(row, "time", Instant.class),
                row.get("subject", String.class),
                get(row, "stored_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
