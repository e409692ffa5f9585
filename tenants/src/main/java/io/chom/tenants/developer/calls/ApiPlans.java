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

/** The API plans that the acting tenant has chosen. */
@Repository
class ApiPlans {

    private static final String COLUMNS = "tenant_id, catalogue, version, plan, time_zone, since";

    private static final String LATEST =
            "select " + COLUMNS + " from developer.api_plan where tenant_id = :tenant order by since desc limit 1";

    private static final String CHOOSE = """
            insert into developer.api_plan (tenant_id, reseller_id, catalogue, version, plan, time_zone, since)
            select tenant_id, reseller_id, :catalogue, :version, :plan,
                   coalesce((select first.time_zone from developer.api_plan first
                             where first.tenant_id = :tenant order by first.since limit 1), time_zone), :since
            from tenancy.tenant where tenant_id = :tenant
            on conflict (tenant_id, since) do update
                set catalogue = excluded.catalogue, version = excluded.version, plan = excluded.plan
            returning
            """ + COLUMNS;

    private final DatabaseClient database;

    ApiPlans(DatabaseClient database) {
        this.database = database;
    }

    /** Makes it the tenant's plan from then on, in the zone of the first. */
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

    /** The latest choice. */
    Mono<ApiPlan> find(TenantId tenant) {
        return database.sql(LATEST)
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
