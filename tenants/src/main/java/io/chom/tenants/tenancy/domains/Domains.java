package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The domains of the acting brand owner. */
@Repository
class Domains {

    private static final String COLUMNS = "select tenant_id, host, state, is_primary from tenancy.domain ";

    private final DatabaseClient database;

    Domains(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Records a wish for a host, to be checked from now on. One that was given back is asked for again and has to be proven
     * again; any other is left as it is.
     */
    Mono<Void> ask(Acting acting, HostName host, Instant now) {
        return database.sql("""
                        insert into tenancy.domain (tenant_id, reseller_id, host, state, watched_at, next_check)
                        values (:tenant, :reseller, :host, 'pending', :now, :now)
                        on conflict (tenant_id, host) do update
                        set state = 'pending', challenge = default, watched_at = :now, next_check = :now, updated_at = :now,
                            checked_at = null, misses = 0, failing_since = null, is_held = false, report = null
                         where domain.state = 'removed'
                        """)
                .bind("now", now)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("host", host.value())
                .then();
    }

    Mono<Domain> find(TenantId reseller, HostName host) {
        return database.sql(COLUMNS + "where tenant_id = :reseller and host = :host")
                .bind("reseller", reseller.value())
                .bind("host", host.value())
                .map(Domains::map)
                .one();
    }

    Flux<Domain> of(TenantId reseller) {
        return database.sql(COLUMNS + "where tenant_id = :reseller and state <> 'removed' order by host")
                .bind("reseller", reseller.value())
                .map(Domains::map)
                .all();
    }

    /** How many hosts of the reseller wait for their first proof. */
    Mono<Long> unproven(TenantId reseller) {
        return database.sql("select count(*) from tenancy.domain where tenant_id = :reseller and state = 'pending'")
                .bind("reseller", reseller.value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /** Takes the step by hand if the domain is still where the caller saw it; tells whether it was. From then on nobody checks it. */
    Mono<Boolean> move(Domain seen, DomainState next) {
        return database.sql("""
                        update tenancy.domain
                           set state = :next, is_primary = is_primary and :served, updated_at = now(),
                               next_check = null, misses = 0, is_held = false,
                               failing_since = case when :next = 'failing' then now() end
                         where tenant_id = :reseller and host = :host and state = :seen
                        """)
                .bind("next", next.column())
                .bind("served", next.isServed())
                .bind("reseller", seen.reseller().value())
                .bind("host", seen.host().value())
                .bind("seen", seen.state().column())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Makes one served host of the reseller its primary one. */
    Mono<Void> makePrimary(TenantId reseller, HostName host) {
        return database.sql("update tenancy.domain set is_primary = false where tenant_id = :reseller and is_primary")
                .bind("reseller", reseller.value())
                .then()
                .then(database.sql(
                                "update tenancy.domain set is_primary = true where tenant_id = :reseller and host = :host")
                        .bind("reseller", reseller.value())
                        .bind("host", host.value())
                        .then());
    }

    static Domain map(Readable row) {
        return new Domain(
                new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                new HostName(Objects.requireNonNull(row.get("host", String.class))),
                DomainState.valueOf(
                        Objects.requireNonNull(row.get("state", String.class)).toUpperCase(Locale.ROOT)),
                Boolean.TRUE.equals(row.get("is_primary", Boolean.class)));
    }
}
