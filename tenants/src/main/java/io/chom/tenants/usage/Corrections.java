package io.chom.tenants.usage;

import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which events replace the quantities of which. Callers hold a transaction of the tenant. */
@Repository
class Corrections {

    private static final String TARGETS = """
            select wanted.id, e.meter, e.measure <> 'none' as counts, coalesce(own.event_id, e.id) as event_id,
                   coalesce(own.event_time, e.time) as event_time, done.id as corrected_by
              from unnest(:ids) as wanted (id),
                   lateral (select id, time, meter, measure from usage.event
                             where tenant_id = :tenant and id = wanted.id order by time desc limit 1) as e
              left join usage.correction own on own.tenant_id = :tenant and own.id = e.id and own.time = e.time
              left join usage.correction done
                on done.tenant_id = :tenant and done.corrects = e.id
               and done.event_id = coalesce(own.event_id, e.id) and done.event_time = coalesce(own.event_time, e.time)
            """;

    /** Only for an event that was stored as a correction: an id that is known as another's changes nothing. */
    private static final String OF_STORED = """
             exists (select from usage.event
                      where tenant_id = :tenant and id = :id and time = :time and measure = 'correction')
            """;

    private static final String REPLACE = """
            update usage.correction set replaced_by = :id
             where tenant_id = :tenant and event_id = :event and event_time = :event_time and replaced_by is null
               and id <> :id and %s
            """.formatted(OF_STORED);

    private static final String ADD = """
            insert into usage.correction (tenant_id, reseller_id, id, time, meter, corrects, event_id, event_time, quantity)
            select :tenant, :reseller, :id, :time, :meter, :corrects, :event, :event_time, :quantity where %s
            on conflict do nothing
            """.formatted(OF_STORED);

    private static final String REWRITE = """
            select from unnest(cast(:hours as timestamptz[])) as hour (starting),
                        lateral usage.rewrite(:tenant, starting, starting + interval '1 hour')
            """;

    private final DatabaseClient database;

    Corrections(DatabaseClient database) {
        this.database = database;
    }

    /** What these ids stand for; those that the tenant has no event of are absent. */
    Mono<Map<UsageEventId, Target>> targets(TenantId tenant, Collection<UsageEventId> ids) {
        return database.sql(TARGETS)
                .bind("tenant", tenant.value())
                .bind("ids", ids.stream().map(UsageEventId::value).toArray(String[]::new))
                .map(row -> Map.entry(new UsageEventId(get(row, "id", String.class)), target(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Puts a correction in force whose event was stored in this transaction; {@link #rewrite} must follow. */
    Mono<Void> enforce(Acting acting, UsageEvent correction, Target target) {
        return about(REPLACE, acting, correction, target)
                .then()
                .then(Mono.defer(() -> about(ADD, acting, correction, target)
                        .bind("reseller", acting.reseller().value())
                        .bind("meter", correction.meter().value())
                        .bind("corrects", String.valueOf(correction.corrects()))
                        .bind("quantity", correction.quantity().value())
                        .then()));
    }

    /** Writes the rollups of the hours of some corrected events anew, each hour once. */
    Mono<Void> rewrite(Acting acting, Collection<Target> targets) {
        return database.sql(REWRITE)
                .bind("tenant", acting.tenant().value())
                .bind(
                        "hours",
                        targets.stream()
                                .map(target -> target.eventTime().truncatedTo(ChronoUnit.HOURS))
                                .distinct()
                                .sorted()
                                .map(Instant::toString)
                                .toArray(String[]::new))
                .then();
    }

    private GenericExecuteSpec about(String statement, Acting acting, UsageEvent correction, Target target) {
        return database.sql(statement)
                .bind("tenant", acting.tenant().value())
                .bind("id", correction.id().value())
                .bind("time", correction.time())
                .bind("event", target.event().value())
                .bind("event_time", target.eventTime());
    }

    private static Target target(Readable row) {
        String by = row.get("corrected_by", String.class);
        return new Target(
                new MeterId(get(row, "meter", String.class)),
                get(row, "counts", Boolean.class),
                new UsageEventId(get(row, "event_id", String.class)),
                get(row, "event_time", Instant.class),
                by == null ? null : new UsageEventId(by));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
