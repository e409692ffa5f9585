package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.DomainReport;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** How the domains of the acting brand owner stand. */
@Repository
class DomainStandings {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String COLUMNS = """
            select tenant_id, host, state, is_primary, challenge, watched_at, next_check, misses, failing_since, is_held, report
              from tenancy.domain
            """;

    private final DatabaseClient database;

    DomainStandings(DatabaseClient database) {
        this.database = database;
    }

    /** Those that were not given back, by host. */
    Flux<DomainStanding> of(TenantId reseller) {
        return database.sql(COLUMNS + "where tenant_id = :reseller and state <> 'removed' order by host")
                .bind("reseller", reseller.value())
                .map(DomainStandings::map)
                .all();
    }

    /** One that was not given back. */
    Mono<DomainStanding> find(TenantId reseller, HostName host) {
        return database.sql(COLUMNS + "where tenant_id = :reseller and host = :host and state <> 'removed'")
                .bind("reseller", reseller.value())
                .bind("host", host.value())
                .map(DomainStandings::map)
                .one();
    }

    /**
     * How a domain stands now that a check of it has ended, held until the transaction ends, so that of two checks that saw
     * it as it was before either of them the second one goes on from where the first one left it. Empty if the claim is not
     * the one that was checked, has been given by hand since, or if a check that asked later was faster.
     *
     * @param at when the name servers were asked
     */
    Mono<DomainStanding> hold(DomainStanding seen, Instant at) {
        return database.sql(COLUMNS + """
                         where tenant_id = :reseller and host = :host and state <> 'removed' and challenge = :challenge
                           and next_check is not null and (checked_at is null or checked_at <= :at)
                           for update
                        """)
                .bind("reseller", seen.domain().reseller().value())
                .bind("host", seen.host().value())
                .bind("challenge", seen.challenge())
                .bind("at", at)
                .map(DomainStandings::map)
                .one();
    }

    /** Has a domain checked at this moment, because somebody waits for it; tells whether there is one to check. */
    Mono<Boolean> watch(TenantId reseller, HostName host, Instant now) {
        return database.sql("""
                        update tenancy.domain set watched_at = :now, next_check = :now
                         where tenant_id = :reseller and host = :host and state <> 'removed' and next_check is not null
                        """)
                .bind("now", now)
                .bind("reseller", reseller.value())
                .bind("host", host.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Writes what a check found and what follows, for a domain that is {@linkplain #hold held}.
     *
     * @param isHeld whether the host is served for somebody else, so that this claim has to wait
     */
    Mono<Void> record(DomainStanding held, DomainStep step, DomainReport report, boolean isHeld) {
        return database.sql("""
                        update tenancy.domain
                           set state = :state, is_primary = is_primary and :served, misses = :misses, is_held = :held,
                               failing_since = :failing, next_check = :next, checked_at = :checked, report = :report,
                               updated_at = case when state = :state then updated_at else :checked end
                         where tenant_id = :reseller and host = :host
                        """)
                .bind("state", step.state().column())
                .bind("served", step.state().isServed())
                .bind("misses", step.misses())
                .bind("held", isHeld)
                .bind("failing", Parameter.fromOrEmpty(step.failingSince(), Instant.class))
                .bind("next", step.nextCheck())
                .bind("checked", report.at())
                .bind("report", Json.of(JSON.writeValueAsBytes(report)))
                .bind("reseller", held.domain().reseller().value())
                .bind("host", held.host().value())
                .then();
    }

    /**
     * Lets the edge get certificates for the served hosts that wait for it, as far as the tenant's budget of new names in
     * the last seven days goes.
     *
     * @return those that it may get from now on
     */
    Flux<HostName> certify(TenantId reseller, int budget, Instant now) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('certificates ' || :reseller::text, 0))")
                .bind("reseller", reseller.value())
                .then()
                .thenMany(database.sql("""
                                update tenancy.domain set certificate_from = :now
                                 where tenant_id = :reseller and host in (
                                    select host from tenancy.domain
                                     where tenant_id = :reseller and certificate_from is null
                                       and state in ('verified', 'active', 'failing')
                                     order by updated_at, host
                                     limit greatest(0, :budget - (
                                        select count(*) from tenancy.domain
                                         where tenant_id = :reseller
                                           and certificate_from > cast(:now as timestamptz) - interval '7 days')))
                                returning host
                                """)
                        .bind("now", now)
                        .bind("reseller", reseller.value())
                        .bind("budget", budget)
                        .map(row -> new HostName(Objects.requireNonNull(row.get("host", String.class))))
                        .all());
    }

    private static DomainStanding map(Readable row) {
        return new DomainStanding(
                Domains.map(row),
                Objects.requireNonNull(row.get("challenge", String.class)),
                Objects.requireNonNull(row.get("watched_at", Instant.class)),
                row.get("next_check", Instant.class),
                Objects.requireNonNull(row.get("misses", Integer.class)),
                row.get("failing_since", Instant.class),
                Boolean.TRUE.equals(row.get("is_held", Boolean.class)),
                report(row.get("report", Json.class)));
    }

    private static @Nullable DomainReport report(@Nullable Json stored) {
        return stored == null ? null : JSON.readValue(stored.asArray(), DomainReport.class);
    }
}
