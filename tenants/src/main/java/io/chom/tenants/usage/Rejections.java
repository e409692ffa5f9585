package io.chom.tenants.usage;

import io.chom.tenants.platform.TenantId;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events that were refused. Callers hold a transaction of the tenant. */
@Repository
class Rejections {

    private static final String COLUMNS = """
            select name, event_id, meter, quantity, time, subject, attributes, is_whole, code, detail, first_at, refused_at
              from usage.rejection where tenant_id = :tenant
            """;

    private static final String PAGE =
            COLUMNS + " and (refused_at, name) < (:at, :name) order by refused_at desc, name desc limit :limit";

    private static final String WHOLE =
            COLUMNS + " and is_whole and refused_at < :before order by refused_at, name limit :limit";

    private static final String SIZE = """
            select (select count(*) from (select from usage.rejection where tenant_id = :tenant limit :most) as counted) as kept,
                   (select cast(coalesce(sum(dropped), 0) as bigint) from usage.rejection_loss where tenant_id = :tenant) as dropped
            """;

    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.shared();

    Rejections(DatabaseClient database) {
        this.database = database;
    }

    /** A kept one, and the place in the list that it has. */
    record Kept(String name, RejectedEvent event, UsageEventInput input) {}

    /** The newest ones that come after a place in the list. */
    Flux<Kept> after(TenantId tenant, Instant at, String name, int limit) {
        return database.sql(PAGE)
                .bind("tenant", tenant.value())
                .bind("at", at)
                .bind("name", name)
                .bind("limit", limit)
                .map(this::kept)
                .all();
    }

    /** Those that can be sent through again and were refused before an instant, the oldest first. */
    Flux<Kept> whole(TenantId tenant, Instant before, int limit) {
        return database.sql(WHOLE)
                .bind("tenant", tenant.value())
                .bind("before", before)
                .bind("limit", limit)
                .map(this::kept)
                .all();
    }

    /** The one with this id, or empty. */
    Mono<RejectedEvent> find(TenantId tenant, UsageEventId id) {
        return database.sql(COLUMNS + " and name = :name")
                .bind("tenant", tenant.value())
                .bind("name", Refusal.name(id.value()))
                .map(this::kept)
                .one()
                .map(Kept::event);
    }

    /** Forgets those with these ids. */
    Mono<Void> forget(TenantId tenant, Collection<UsageEventId> ids) {
        return database.sql("delete from usage.rejection where tenant_id = :tenant and name = any(:names)")
                .bind("tenant", tenant.value())
                .bind("names", ids.stream().map(id -> Refusal.name(id.value())).toArray(String[]::new))
                .then();
    }

    /** How many there are, counted up to a number, and how many had to go. */
    Mono<TraySize> size(TenantId tenant, int most) {
        return database.sql(SIZE)
                .bind("tenant", tenant.value())
                .bind("most", most)
                .map(row -> new TraySize(get(row, "kept", Long.class), get(row, "dropped", Long.class)))
                .one();
    }

    private Kept kept(Readable row) {
        var event = new RejectedEvent(
                row.get("event_id", String.class),
                row.get("meter", String.class),
                row.get("quantity", String.class),
                row.get("time", Instant.class),
                row.get("subject", String.class),
                get(row, "is_whole", Boolean.class),
                get(row, "code", String.class),
                get(row, "detail", String.class),
                get(row, "first_at", Instant.class),
                get(row, "refused_at", Instant.class));
        return new Kept(get(row, "name", String.class), event, input(event, get(row, "attributes", Json.class)));
    }

    private UsageEventInput input(RejectedEvent event, Json attributes) {
        String quantity = event.quantity();
        return new UsageEventInput(
                event.id(),
                event.meter(),
                quantity == null || !event.isWhole() ? null : new BigDecimal(quantity),
                event.time(),
                event.subject(),
                json.readValue(attributes.asArray(), new TypeReference<Map<String, String>>() {}),
                List.of());
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
