package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event that is stored and, if its meter counts it, in the rollups.
 *
 * @param id the sender's own
 * @param meter what was used
 * @param quantity how much
 * @param time when
 * @param subject what it was used by, or null
 * @param attributes what its sender kept with it
 * @param isCounted whether its meter counts it; the others are in no rollup
 * @param storedAt when it was counted
 * @param corrects the event whose quantity this one's replaces, or null
 * @param correctedBy the event whose quantity replaces this one's, or null
 * @param countsAs the quantity in the rollups, after the last of its corrections; 0 for one that was cancelled
 * @param countsAt the time at which it counts: its own, or of a correction that of the event which that is about
 */
public record CountedEvent(
        UsageEventId id,
        MeterId meter,
        BigDecimal quantity,
        Instant time,
        @Nullable String subject,
        Map<String, String> attributes,
        boolean isCounted,
        Instant storedAt,
        @Nullable UsageEventId corrects,
        @Nullable UsageEventId correctedBy,
        BigDecimal countsAs,
        Instant countsAt) {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String FIND = """
            select e.id, e.meter, e.quantity, e.time, e.subject, e.attributes, e.measure <> 'none' as is_counted, e.stored_at,
                   own.corrects, done.id as corrected_by, coalesce(force.quantity, e.quantity) as counts_as,
                   coalesce(own.event_time, e.time) as counts_at
              from (select * from usage.event
                     where tenant_id = :tenant and id = :id order by time desc limit 1) as e
              left join usage.correction own on own.tenant_id = :tenant and own.id = e.id and own.time = e.time
              left join usage.correction done
                on done.tenant_id = :tenant and done.corrects = e.id
               and done.event_id = coalesce(own.event_id, e.id) and done.event_time = coalesce(own.event_time, e.time)
              left join usage.correction force
                on force.tenant_id = :tenant and force.event_id = coalesce(own.event_id, e.id)
               and force.event_time = coalesce(own.event_time, e.time) and force.replaced_by is null
            """;

    static Mono<CountedEvent> find(DatabaseClient database, TenantId tenant, UsageEventId id) {
        return database.sql(FIND)
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map(CountedEvent::read)
                .one();
    }

    private static CountedEvent read(Readable row) {
        return new CountedEvent(
                new UsageEventId(get(row, "id", String.class)),
                new MeterId(get(row, "meter", String.class)),
                Quantity.plain(get(row, "quantity", BigDecimal.class)),
                get(row, "time", Instant.class),
                row.get("subject", String.class),
                JSON.readValue(
                        get(row, "attributes", Json.class).asArray(), new TypeReference<Map<String, String>>() {}),
                get(row, "is_counted", Boolean.class),
                get(row, "stored_at", Instant.class),
                id(row, "corrects"),
                id(row, "corrected_by"),
                Quantity.plain(get(row, "counts_as", BigDecimal.class)),
                get(row, "counts_at", Instant.class));
    }

    private static @Nullable UsageEventId id(Readable row, String column) {
        String id = row.get(column, String.class);
        return id == null ? null : new UsageEventId(id);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
