package io.chom.tenants.usage;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The stored events and their rollups. Callers hold a transaction of the tenant. */
@Repository
class UsageEvents {

    // Each id is looked up by itself. Asked for all at once, the database was seen to read everything that the tenant
    // has
    // in the span instead: its prepared plan cannot know how much that is.
    private static final String STORED = """
            lateral (
                    select e.id from usage.event e
                    where e.tenant_id = :tenant and e.id = i.id and e.time >= :since and e.time < :until
                    limit 1)""";

    private static final String KNOWN = "select i.id from unnest(:ids) as i (id), " + STORED + " as stored";

    /** A lock of its own per tenant, told from the locks of other matters by the first key. */
    private static final String LOCK = "select pg_advisory_xact_lock(7301, hashtext(:tenant))";

    // One statement: what is new goes to the events, and what went there, and only that, to the rollups. What was
    // refused
    // before is not any more; a tenant of whom nothing was refused pays one look for that.
    private static final String ADD = """
            with incoming as (
                select distinct on (id) *
                from unnest(:ids, :meters, cast(:quantities as numeric[]), cast(:times as timestamptz[]),
                            :subjects, cast(:attributes as jsonb[])) with ordinality
                    as sent (id, meter, quantity, time, subject, attributes, place)
                order by id, place
            ), fresh as (
                insert into usage.event (tenant_id, reseller_id, id, meter, quantity, time, subject, attributes)
                select :tenant, :reseller, i.id, meter, quantity, time, nullif(subject, ''), attributes
                from incoming i left join %s as stored on true
                where stored.id is null
                returning id, meter, quantity, time
            ), hours as (
                insert into usage.hourly as h (tenant_id, reseller_id, meter, bucket, total, peak, events)
                select :tenant, :reseller, meter, date_trunc('hour', time, 'UTC'), sum(quantity), max(quantity), count(*)
                from fresh group by 3, 4
                on conflict (tenant_id, meter, bucket) do update
                set total = h.total + excluded.total, peak = greatest(h.peak, excluded.peak),
                    events = h.events + excluded.events
            ), days as (
                insert into usage.daily as d (tenant_id, reseller_id, meter, bucket, total, peak, events)
                select :tenant, :reseller, meter, (time at time zone 'UTC')::date, sum(quantity), max(quantity), count(*)
                from fresh group by 3, 4
                on conflict (tenant_id, meter, bucket) do update
                set total = d.total + excluded.total, peak = greatest(d.peak, excluded.peak),
                    events = d.events + excluded.events
            ), refused as materialized (
                select name from usage.rejection
                where tenant_id = :tenant
                      and name = any (array(select '=' || id from fresh
                                            where exists (select from usage.rejection where tenant_id = :tenant)))
                order by name for update
            ), settled as (
                delete from usage.rejection r using refused where r.tenant_id = :tenant and r.name = refused.name
            )
            select count(*) from fresh
            """.formatted(STORED);

    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.shared();

    UsageEvents(DatabaseClient database) {
        this.database = database;
    }

    /** Which of these ids are stored with a time within the memory. */
    Mono<Set<UsageEventId>> known(TenantId tenant, Collection<UsageEventId> ids, Span memory) {
        return database.sql(KNOWN)
                .bind("tenant", tenant.value())
                .bind("ids", ids.stream().map(UsageEventId::value).toArray(String[]::new))
                .bind("since", memory.from())
                .bind("until", memory.until())
                .mapValue(String.class)
                .all()
                .map(UsageEventId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Adds the events that are new, and them to the rollups.
     *
     * @param memory an id that is stored with a time in this span is not new; spans the times of the events
     * @return how many were new
     */
    Mono<Long> add(Acting acting, List<UsageEvent> events, Span memory) {
        // A statement of its own, so that the next one sees what the previous holder of the lock committed.
        Mono<Void> lock =
                database.sql(LOCK).bind("tenant", acting.tenant().toString()).then();
        return lock.then(Mono.defer(() -> insert(acting, events, memory)));
    }

    private Mono<Long> insert(Acting acting, List<UsageEvent> events, Span memory) {
        return database.sql(ADD)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("since", memory.from())
                .bind("until", memory.until())
                .bind("ids", column(events, event -> event.id().value()))
                .bind("meters", column(events, event -> event.meter().value()))
                .bind(
                        "quantities",
                        column(events, event -> event.quantity().value().toPlainString()))
                .bind("times", column(events, event -> event.time().toString()))
                .bind("subjects", column(events, event -> event.subject() == null ? "" : event.subject()))
                .bind("attributes", column(events, event -> json.writeValueAsString(event.attributes())))
                .mapValue(Long.class)
                .one();
    }

    private static String[] column(List<UsageEvent> events, Function<UsageEvent, String> cell) {
        return events.stream().map(cell).toArray(String[]::new);
    }
}
