package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The row that closes the brands. */
@Repository
class MaintenanceWindows {

    private static final Purpose DOORS = Purpose.routine("maintenance");

    private final DatabaseClient database;
    private final CrossTenant everybody;

    MaintenanceWindows(DatabaseClient database, CrossTenant everybody) {
        this.database = database;
        this.everybody = everybody;
    }

    /** For every process, whoever acts there. */
    Mono<MaintenanceWindow> newest() {
        return everybody.one(
                DOORS,
                all -> all.sql("select tenant_id, ends_at from tenancy.maintenance order by ends_at desc limit 1")
                        .map(row -> new MaintenanceWindow(
                                new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                                Objects.requireNonNull(row.get("ends_at", Instant.class))))
                        .one());
    }

    Mono<Void> put(Acting platform, Instant end) {
        return database.sql("""
                        insert into tenancy.maintenance (tenant_id, reseller_id, ends_at)
                        values (:tenant, :reseller, :end)
                        on conflict (tenant_id) do update set ends_at = excluded.ends_at
                        """)
                .bind("tenant", platform.tenant().value())
                .bind("reseller", platform.reseller().value())
                .bind("end", end)
                .then();
    }

    Mono<Void> remove(Acting platform) {
        return database.sql("delete from tenancy.maintenance where tenant_id = :tenant")
                .bind("tenant", platform.tenant().value())
                .then();
    }

    Mono<Instant> end(Acting platform, Instant now) {
        return database.sql("select ends_at from tenancy.maintenance where tenant_id = :tenant and ends_at > :now")
                .bind("tenant", platform.tenant().value())
                .bind("now", now)
                .map(row -> Objects.requireNonNull(row.get("ends_at", Instant.class)))
                .one();
    }
}
