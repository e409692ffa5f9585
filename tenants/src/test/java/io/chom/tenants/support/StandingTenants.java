package io.chom.tenants.support;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the standing tenants into the database, once. */
final class StandingTenants implements InitializingBean {

    private static final String INSERT = """
            insert into tenancy.tenant (tenant_id, reseller_id, kind, slug, name)
            values (:tenant, :reseller, :kind, :slug, :name) on conflict do nothing
            """;

    /** So that each reseller is reached on a host which no test takes away. */
    private static final String HOME = """
            insert into tenancy.domain (tenant_id, reseller_id, host, state, certificate_from)
            select tenant_id, reseller_id, 'home.' || slug || '.example', 'active', now()
              from tenancy.tenant where kind = 'reseller' and slug in ('acme', 'nimbus')
            on conflict do nothing
            """;

    /** As for those who resold before a plan was needed for it. */
    private static final String GRANT = """
            insert into billing.entitlement_grant (tenant_id, reseller_id, entitlement, reason)
            select tenant_id, reseller_id, 'resell', 'test fixture'
              from tenancy.tenant where kind = 'reseller' and slug in ('acme', 'nimbus')
            on conflict do nothing
            """;

    private final CrossTenant platform;

    StandingTenants(CrossTenant platform) {
        this.platform = platform;
    }

    record Row(Acting acting, String kind, String slug, String name) {}

    @Override
    public void afterPropertiesSet() {
        platform.one(CrossTenant.Purpose.routine("test fixture"), this::insertAll)
                .block(Duration.ofSeconds(30));
    }

    private Mono<Void> insertAll(DatabaseClient database) {
        return Flux.fromStream(Stream.concat(Acme.ROWS.stream(), Nimbus.ROWS.stream()))
                .concatMap(row -> insert(database, row))
                .then(database.sql(HOME).then())
                .then(database.sql(GRANT).then());
    }

    private static Mono<Void> insert(DatabaseClient database, Row row) {
        return database.sql(INSERT)
                .bind("tenant", row.acting().tenant().value())
                .bind("reseller", row.acting().reseller().value())
                .bind("kind", row.kind())
                .bind("slug", row.slug())
                .bind("name", row.name())
                .then();
    }
}
