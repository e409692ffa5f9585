package io.chom.tenants.usage;

import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    // A lock of its own per tenant, told from the locks of other matters by the first key. What follows is planned once
    // for
    // a connection: with all its partitions that takes as long as counting a hundred events does.
    private static final String LOCK = """
            select pg_advisory_xact_lock(7301, hashtext(:tenant)), set_config('plan_cache_mode', 'force_generic_plan', true)
            """;

    // One statement: what is new goes to the events, and what went there, and only that, to the rollups. What was
    // refused
    // before is not any more; a tenant of whom nothing was refused pays one look for that.
    private static final String ADD = """
            with incoming as (
                select distinct on (id) *
                from unnest(:ids, :meters, cast(:quantities as numeric[]), cast(:times as timestamptz[]),
                            :subjects, cast(:attributes as jsonb[]), :measures, :values) with ordinality
                    as sent (id, meter, quantity, time, subject, attributes, measure, value, place)
                order by id, place
            ), fresh as (
                insert into usage.event (tenant_id, reseller_id, id, meter, quantity, time, subject, attributes, measure, value)
                select :tenant, :reseller, i.id, meter, quantity, time, nullif(subject, ''), attributes, measure,
                       nullif(value, '')
                from incoming i left join %s as stored on true
                where stored.id is null
                returning id, meter, quantity, time, measure, value
            ), seen as (
                insert into usage.seen (tenant_id, reseller_id, meter, bucket, value)
                select distinct :tenant, :reseller, meter, date_trunc('hour', time, 'UTC'), value
                from fresh where measure = 'unique'
                on conflict do nothing
            ), hours as (
                insert into usage.hourly as h (tenant_id, reseller_id, meter, bucket, total, peak, events)
                select :tenant, :reseller, meter, date_trunc('hour', time, 'UTC'), sum(quantity), max(quantity), count(*)
                from fresh where measure in ('sum', 'unique', 'level') group by 3, 4
                on conflict (tenant_id, meter, bucket) do update
                set total = h.total + excluded.total, peak = greatest(h.peak, excluded.peak),
                    events = h.events + excluded.events
            ), days as (
                insert into usage.daily as d (tenant_id, reseller_id, meter, bucket, total, peak, events)
                select :tenant, :reseller, meter, (time at time zone 'UTC')::date, sum(quantity), max(quantity), count(*)
                from fresh where measure in ('sum', 'unique', 'level') group by 3, 4
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

    // A late event changes what lies between others, so that the hours of levels that have new ones are worked out
    // anew.
    private static final String LEVELS = """
            insert into usage.level (tenant_id, reseller_id, meter, subject, bucket, first_at, last_at, last_quantity, area)
            select :tenant, :reseller, meter, subject, bucket, first_at, last_at, last_quantity, area
            from unnest(cast(:hours as timestamptz[])) as hour (bucket),
                 lateral usage.levels_of_events(:tenant, bucket, bucket + interval '1 hour')
            on conflict (tenant_id, meter, subject, bucket) do update
            set first_at = excluded.first_at, last_at = excluded.last_at, last_quantity = excluded.last_quantity,
                area = excluded.area
            """;

    private final DatabaseClient database;
    private final Catalogues catalogues;
    private final JsonMapper json = JsonMapper.shared();

    UsageEvents(DatabaseClient database, Catalogues catalogues) {
        this.database = database;
        this.catalogues = catalogues;
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
        return lock(acting).then(Mono.defer(() -> insert(acting, events, memory)));
    }

    /**
     * Keeps everybody else from counting events of the tenant until the transaction is over. A statement of its own, so that
     * the next one sees what the previous holder of the lock committed.
     */
    Mono<Void> lock(Acting acting) {
        return database.sql(LOCK).bind("tenant", acting.tenant().toString()).then();
    }

    private Mono<Long> insert(Acting acting, List<UsageEvent> events, Span memory) {
        List<Measure> measures = events.stream().map(this::measure).toList();
        return store(acting, events, measures, memory)
                .delayUntil(added -> added == 0 ? Mono.empty() : level(acting, hoursOfLevels(events, measures)));
    }

    private Measure measure(UsageEvent event) {
        return event.corrects() == null
                ? catalogues
                        .meter(event.meter())
                        .map(meter -> Measure.of(meter, event))
                        .orElse(Measure.UNKNOWN)
                : Measure.CORRECTION;
    }

    private static String[] hoursOfLevels(List<UsageEvent> events, List<Measure> measures) {
        return IntStream.range(0, events.size())
                .filter(at -> measures.get(at).kind() == Measure.Kind.LEVEL)
                .mapToObj(at -> events.get(at).time().truncatedTo(ChronoUnit.HOURS))
                .distinct()
                .map(Instant::toString)
                .toArray(String[]::new);
    }

    private Mono<Void> level(Acting acting, String[] hours) {
        return hours.length == 0
                ? Mono.empty()
                : database.sql(LEVELS)
                        .bind("tenant", acting.tenant().value())
                        .bind("reseller", acting.reseller().value())
                        .bind("hours", hours)
                        .then();
    }

    private Mono<Long> store(Acting acting, List<UsageEvent> events, List<Measure> measures, Span memory) {
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
                .bind("measures", column(measures, measure -> measure.kind().word()))
                .bind("values", column(measures, Measure::value))
                .mapValue(Long.class)
                .one();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
