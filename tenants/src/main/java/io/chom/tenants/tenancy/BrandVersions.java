package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.TenantId;
import io.chom.theming.Brand;
import io.chom.theming.Look;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Published brands; a version never changes. */
@Repository
class BrandVersions {

    private static final Purpose BRANDS = Purpose.routine("brands");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String NEWEST = """
            select b.tenant_id, b.version, b.document from tenancy.brand b
             where b.version > (select max(n.version) - 2 from tenancy.brand n where n.tenant_id = b.tenant_id)
            """;

    private final DatabaseClient database;
    private final CrossTenant platform;

    BrandVersions(DatabaseClient database, CrossTenant platform) {
        this.database = database;
        this.platform = platform;
    }

    /** Adds the next version for the acting brand owner and yields its number; two at a time take turns. */
    Mono<Integer> add(Acting acting, Brand brand) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('brand ' || :tenant, 0))")
                .bind("tenant", acting.tenant().toString())
                .then()
                .then(insert(acting, brand));
    }

    private Mono<Integer> insert(Acting acting, Brand brand) {
        return database.sql("""
                        insert into tenancy.brand (tenant_id, reseller_id, version, document, published_by)
                        select :tenant, :reseller, coalesce(max(version), 0) + 1, :document, :by
                          from tenancy.brand where tenant_id = :tenant
                        returning version
                        """)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("document", Json.of(JSON.writeValueAsBytes(brand)))
                .bind("by", acting.actor().id())
                .map(row -> Objects.requireNonNull(row.get("version", Integer.class)))
                .one();
    }

    /** The versions of the acting brand owner, the newest first; at most 50. */
    Flux<BrandVersion> history(Acting acting) {
        return database.sql("""
                        select version, published_at, published_by, document ->> 'name' as name, document -> 'look' as look
                          from tenancy.brand where tenant_id = :tenant order by version desc limit 50
                        """)
                .bind("tenant", acting.tenant().value())
                .map(row -> new BrandVersion(
                        Objects.requireNonNull(row.get("version", Integer.class)),
                        Objects.requireNonNull(row.get("published_at", Instant.class)),
                        Objects.requireNonNull(row.get("published_by", String.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        read(row, "look", Look.class)))
                .all();
    }

    /** The brand of the acting brand owner in this version. */
    Mono<Brand> find(Acting acting, int version) {
        return database.sql("select document from tenancy.brand where tenant_id = :tenant and version = :version")
                .bind("tenant", acting.tenant().value())
                .bind("version", version)
                .map(row -> read(row, "document", Brand.class))
                .one();
    }

    /** The present version of every reseller and the one before it, older ones first. */
    Flux<PublishedBrand> newest() {
        return platform.many(
                BRANDS,
                database -> database.sql(NEWEST + "order by b.tenant_id, b.version")
                        .map(BrandVersions::map)
                        .all());
    }

    /** The present version of one reseller and the one before it, older first. */
    Flux<PublishedBrand> newest(TenantId reseller) {
        return platform.many(
                BRANDS,
                database -> database.sql(NEWEST + "and b.tenant_id = :reseller order by b.version")
                        .bind("reseller", reseller.value())
                        .map(BrandVersions::map)
                        .all());
    }

    private static PublishedBrand map(Readable row) {
        return PublishedBrand.of(
                new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                Objects.requireNonNull(row.get("version", Integer.class)),
                read(row, "document", Brand.class));
    }

    private static <T> T read(Readable row, String column, Class<T> type) {
        return JSON.readValue(
                Objects.requireNonNull(row.get(column, Json.class)).asArray(), type);
    }
}
