package io.chom.tenants.tenancy;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the platform and its resellers across all of them, as the platform. */
@Repository
class BrandOwners {

    private static final String COLUMNS = """
            select tenant_id, reseller_id, kind, slug, name, status, time_zone from tenancy.tenant
             where kind <> 'customer'
            """;

    private final CrossTenant platform;

    BrandOwners(CrossTenant platform) {
        this.platform = platform;
    }

    Mono<Tenant> platform() {
        return platform.one(
                Purpose.routine("platform tenant"),
                database -> database.sql(COLUMNS + "and kind = 'platform'")
                        .map(Tenants::map)
                        .one());
    }

    Mono<Tenant> bySlug(Slug slug) {
        return platform.one(
                Purpose.routine("reseller by short name"),
                database -> database.sql(COLUMNS + "and slug = :slug")
                        .bind("slug", slug.value())
                        .map(Tenants::map)
                        .one());
    }

    /** A reseller or a customer, whoever's it is. */
    Mono<Tenant> anyTenant(Purpose purpose, TenantId id) {
        return platform.one(
                purpose,
                database -> database.sql("""
                                select tenant_id, reseller_id, kind, slug, name, status, time_zone
                                  from tenancy.tenant where tenant_id = :id
                                """)
                        .bind("id", id.value())
                        .map(Tenants::map)
                        .one());
    }

    /** What these are called, whoever's they are. */
    Mono<Map<TenantId, String>> names(Purpose purpose, Collection<TenantId> of) {
        return platform.one(purpose, database -> new Tenants(database).names(of));
    }

    Flux<Tenant> resellersAfter(Purpose purpose, String slug, int limit) {
        return platform.many(
                purpose,
                database -> database.sql(COLUMNS + "and kind = 'reseller' and slug > :slug order by slug limit :limit")
                        .bind("slug", slug)
                        .bind("limit", limit)
                        .map(Tenants::map)
                        .all());
    }
}
