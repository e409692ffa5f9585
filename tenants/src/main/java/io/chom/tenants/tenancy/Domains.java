package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
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

    /** Records a wish for a host; one that was given back is asked for again, any other is left as it is. */
    Mono<Void> ask(Acting acting, HostName host) {
        return database.sql("""
                        insert into tenancy.domain (tenant_id, reseller_id, host, state)
                        values (:tenant, :reseller, :host, 'pending')
                        on conflict (tenant_id, host) do update set state = 'pending', updated_at = now()
                         where domain.state = 'removed'
                        """)
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

    /** Takes the step if the domain is still where the caller saw it; tells whether it was. */
    Mono<Boolean> move(Domain seen, DomainState next) {
        return database.sql("""
                        update tenancy.domain
                           set state = :next, is_primary = is_primary and :served, updated_at = now()
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

    private static Domain map(Readable row) {
        return new Domain(
                new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                new HostName(Objects.requireNonNull(row.get("host", String.class))),
                DomainState.valueOf(
                        Objects.requireNonNull(row.get("state", String.class)).toUpperCase(Locale.ROOT)),
                Boolean.TRUE.equals(row.get("is_primary", Boolean.class)));
    }
}
