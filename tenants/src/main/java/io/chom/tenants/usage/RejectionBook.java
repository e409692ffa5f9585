package io.chom.tenants.usage;

import io.chom.tenants.platform.Acting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what was refused. Callers hold a transaction of the tenant. */
@Repository
class RejectionBook {

    // One statement. Each part waits for the one before it by what it counts, so that every transaction comes to the
    // same
    // rows in the same order: the refused ones by name, then the day's loss. What is counted already is no loss.
    private static final String KEEP = """
            with sent as (
                select distinct on (name) *
                from unnest(:names, :ids, :meters, :quantities, :times, :subjects, cast(:attributes as jsonb[]),
                            cast(:wholes as boolean[]), :codes, :details) with ordinality
                    as one (name, id, meter, quantity, time, subject, attributes, whole, code, detail, at)
                order by name, at desc
            ), refused as (
                insert into usage.rejection as r (tenant_id, reseller_id, name, event_id, meter, quantity, time, subject,
                       attributes, is_whole, code, detail, first_at, refused_at)
                select :tenant, :reseller, name, nullif(id, ''), nullif(meter, ''), nullif(quantity, ''),
                       cast(nullif(time, '') as timestamptz), nullif(subject, ''), attributes, whole, code, detail, :now, :now
                from sent
                where not exists (select from usage.event e
                                  where e.tenant_id = :tenant and e.id = sent.id and e.time >= :since and e.time < :until)
                order by name
                on conflict (tenant_id, name) do update
                set event_id = excluded.event_id, meter = excluded.meter, quantity = excluded.quantity,
                    time = excluded.time, subject = excluded.subject, attributes = excluded.attributes,
                    is_whole = excluded.is_whole, code = excluded.code, detail = excluded.detail,
                    refused_at = excluded.refused_at
                returning xmax = 0 as is_new
            ), oldest as materialized (
                select name from usage.rejection
                where tenant_id = :tenant and refused_at >= :today
                order by refused_at desc, name desc
                offset greatest(:most - (select count(*) from refused where is_new), 0)
                for update skip locked
            ), dropped as (
                delete from usage.rejection r using oldest where r.tenant_id = :tenant and r.name = oldest.name returning 1
            )
            insert into usage.rejection_loss as l (tenant_id, reseller_id, day, dropped)
            select :tenant, :reseller, :day, count(*) from dropped having count(*) > 0
            on conflict (tenant_id, day) do update set dropped = l.dropped + excluded.dropped
            """;

    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.shared();

    RejectionBook(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Keeps them; one that comes again is kept as it came last.
     *
     * @param most of one day that are kept
     * @param memory where to look whether an id was counted already
     */
    Mono<Void> keep(Acting acting, List<Refusal> refusals, int most, Instant now, Span memory) {
        return database.sql(KEEP)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("now", now.truncatedTo(ChronoUnit.MICROS))
                .bind("today", now.truncatedTo(ChronoUnit.DAYS))
                .bind("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .bind("most", most)
                .bind("since", memory.from())
                .bind("until", memory.until())
                .bind("names", column(refusals, Refusal::name))
                .bind("ids", column(refusals, Refusal::id))
                .bind("meters", column(refusals, Refusal::meter))
                .bind("quantities", column(refusals, Refusal::quantity))
                .bind("times", column(refusals, Refusal::time))
                .bind("subjects", column(refusals, Refusal::subject))
                .bind("attributes", column(refusals, one -> json.writeValueAsString(one.attributes())))
                .bind("wholes", column(refusals, Refusal::isWhole))
                .bind("codes", column(refusals, Refusal::code))
                .bind("details", column(refusals, Refusal::detail))
                .then();
    }

    private static String[] column(List<Refusal> refusals, Function<Refusal, @Nullable Object> cell) {
        return refusals.stream()
                .map(one -> Objects.toString(cell.apply(one), ""))
                .toArray(String[]::new);
    }
}
