package io.chom.tenants.tenancy;

import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tenants that the acting one may see: itself and, for the owner of a brand, its customers. */
@Repository
class Tenants {

    private static final String COLUMNS =
            "select tenant_id, reseller_id, kind, slug, name, status, time_zone from tenancy.tenant ";

    private final DatabaseClient database;

    Tenants(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Tenant tenant) {
        return database.sql("""
                        insert into tenancy.tenant (tenant_id, reseller_id, kind, slug, name, status, time_zone)
                        values (:id, :reseller, :kind, :slug, :name, :status, :zone)
                        """)
                .bind("id", tenant.id().value())
                .bind("reseller", tenant.reseller().value())
                .bind("kind", tenant.kind().column())
                .bind("slug", tenant.slug().value())
                .bind("name", tenant.name())
                .bind("status", tenant.status().column())
                .bind("zone", tenant.zone().getId())
                .then();
    }

    Mono<Tenant> find(TenantId id) {
        return database.sql(COLUMNS + "where tenant_id = :id")
                .bind("id", id.value())
                .map(Tenants::map)
                .one();
    }

    Mono<Map<TenantId, String>> names(Collection<TenantId> of) {
        return database.sql("select tenant_id, name from tenancy.tenant where tenant_id = any(:tenants)")
                .bind("tenants", of.stream().map(TenantId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                        Objects.requireNonNull(row.get("name", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Tenant> customer(TenantId reseller, Slug slug) {
        return database.sql(COLUMNS + "where reseller_id = :reseller and kind = 'customer' and slug = :slug")
                .bind("reseller", reseller.value())
                .bind("slug", slug.value())
                .map(Tenants::map)
                .one();
    }

    /** Customers of the reseller whose short names come after this one, in that order. */
    Flux<Tenant> customersAfter(TenantId reseller, String slug, int limit) {
        return database.sql(COLUMNS + """
                        where reseller_id = :reseller and kind = 'customer' and slug > :slug
                        order by slug limit :limit
                        """)
                .bind("reseller", reseller.value())
                .bind("slug", slug)
                .bind("limit", limit)
                .map(Tenants::map)
                .all();
    }

    /** Suspends it for one more reason, or for the same one still; tells whether the acting tenant may reach its row. */
    Mono<Boolean> suspend(TenantId id, Tenant.Reason reason) {
        return status(id, reason, "array_append(array_remove(suspended_for, :reason), :reason)");
    }

    /** Takes a reason away; without any it is active. Tells the same. */
    Mono<Boolean> resume(TenantId id, Tenant.Reason reason) {
        return status(id, reason, "array_remove(suspended_for, :reason)");
    }

    private Mono<Boolean> status(TenantId id, Tenant.Reason reason, String reasons) {
        return database.sql("""
                        update tenancy.tenant
                           set suspended_for = %s,
                               status = case when cardinality(%s) = 0 then 'active' else 'suspended' end
                         where tenant_id = :id
                        """.formatted(reasons, reasons))
                .bind("reason", reason.column())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** A row of {@link #COLUMNS}. */
    static Tenant map(Readable row) {
        return new Tenant(
                new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                new TenantId(Objects.requireNonNull(row.get("reseller_id", UUID.class))),
                Tenant.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                new Slug(text(row, "slug")),
                text(row, "name"),
                Tenant.Status.valueOf(text(row, "status").toUpperCase(Locale.ROOT)),
                ZoneId.of(text(row, "time_zone")));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
