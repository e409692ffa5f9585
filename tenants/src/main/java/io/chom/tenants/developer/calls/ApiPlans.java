package io.chom.tenants.developer.calls;

import io.chom.tenants.catalog.Plan;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The API plan of the acting tenant. */
@Repository
class ApiPlans {

    private static final String COLUMNS = "tenant_id, catalogue, version, plan, time_zone, since";

    private static final String CHOOSE = """
            insert into developer.api_plan (tenant_id, reseller_id, catalogue, version, plan, time_zone, since)
            select tenant_id, reseller_id, :catalogue, :version, :plan, time_zone, :since
            from tenancy.tenant where tenant_id = :tenant
            on conflict (tenant_id) do update
                set catalogue = excluded.catalogue, version = excluded.version, plan = excluded.plan,
                    since = excluded.since
            returning
            """ + COLUMNS;

    private final DatabaseClient database;

    ApiPlans(DatabaseClient database) {
        this.database = database;
    }

    /** Makes it the tenant's plan in place of the one before, whose zone it keeps. */
    Mono<ApiPlan> choose(TenantId tenant, Plan plan, Instant since) {
        return database.sql(CHOOSE)
                .bind("tenant", tenant.value())
                .bind("catalogue", plan.catalogue())
                .bind("version", plan.version())
                .bind("plan", plan.slug())
                .bind("since", since)
                .map(ApiPlans::read)
                .one();
    }

    Mono<ApiPlan> find(TenantId tenant) {
        return database.sql("select " + COLUMNS + " from developer.api_plan where tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map(ApiPlans::read)
                .one();
    }

    private static ApiPlan read(Readable row) {
        return new ApiPlan(
                new TenantId(get(row, "tenant_id", UUID.class)),
                get(row, "catalogue", String.class),
                get(row, "version", Integer.class),
                get(row, "plan", String.class),
                ZoneId.of(get(row, "time_zone", String.class)),
                get(row, "since", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
