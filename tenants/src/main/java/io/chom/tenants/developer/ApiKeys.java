package io.chom.tenants.developer;

import io.chom.tenants.platform.Cidr;
import io.chom.tenants.platform.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The keys of the acting tenant. */
@Repository
class ApiKeys {

    /** Every column but the hash; ranges as text, as the driver has no type for them. */
    static final String COLUMNS = """
            id, tenant_id, reseller_id, name, prefix, last4, scopes, allowed_ips::text[] as allowed_ips,
            expires_at, created_at, last_used_at, revoked_at
            """;

    private final DatabaseClient database;

    ApiKeys(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(ApiKey key, KeyHash hash) {
        return bindExpiry(key.times().expires(), database.sql("""
                        insert into developer.api_key (id, tenant_id, reseller_id, name, prefix, hash, last4, scopes,
                                                       allowed_ips, created_at, expires_at)
                        values (:id, :tenant, :reseller, :name, :prefix, :hash, :last4, :scopes,
                                :ips::cidr[], :created, :expires)
                        """))
                .bind("id", key.id().value())
                .bind("tenant", key.tenant().value())
                .bind("reseller", key.reseller().value())
                .bind("name", key.label().name())
                .bind("prefix", key.label().prefix())
                .bind("hash", hash.bytes())
                .bind("last4", key.label().last4())
                .bind("scopes", key.scopes().stream().map(Scope::right).sorted().toArray(String[]::new))
                .bind("ips", key.allowedIps().stream().map(Cidr::toString).toArray(String[]::new))
                .bind("created", key.times().created())
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bindExpiry(
            @Nullable Instant expires, DatabaseClient.GenericExecuteSpec sql) {
        return sql.bind("expires", Parameter.fromOrEmpty(expires, Instant.class));
    }

    /** The tenant's keys, newest first, from the one after this id on; revoked ones too. */
    Flux<ApiKey> before(TenantId tenant, UUID id, int limit) {
        return database.sql("select " + COLUMNS + """
                        from developer.api_key where tenant_id = :tenant and id < :id order by id desc limit :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("limit", limit)
                .map(ApiKeys::map)
                .all();
    }

    Mono<ApiKey> find(TenantId tenant, ApiKeyId id) {
        return database.sql("select " + COLUMNS + "from developer.api_key where tenant_id = :tenant and id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map(ApiKeys::map)
                .one();
    }

    /** Ends a key; tells whether there was one that was not ended yet. */
    Mono<Boolean> revoke(TenantId tenant, ApiKeyId id, Instant at) {
        return change("revoked_at = :at", tenant, id, at);
    }

    /** Lets a key end at this time, unless it ends before; tells whether there was one that was not ended yet. */
    Mono<Boolean> expire(TenantId tenant, ApiKeyId id, Instant at) {
        return change("expires_at = least(expires_at, :at)", tenant, id, at);
    }

    private Mono<Boolean> change(String change, TenantId tenant, ApiKeyId id, Instant at) {
        return database.sql("update developer.api_key set " + change
                        + " where tenant_id = :tenant and id = :id and revoked_at is null")
                .bind("at", at)
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** A row of {@link #COLUMNS}. */
    static ApiKey map(Readable row) {
        return new ApiKey(
                new ApiKeyId(Objects.requireNonNull(row.get("id", UUID.class))),
                new TenantId(Objects.requireNonNull(row.get("tenant_id", UUID.class))),
                new TenantId(Objects.requireNonNull(row.get("reseller_id", UUID.class))),
                new ApiKey.Label(text(row, "name"), text(row, "prefix"), text(row, "last4")),
                scopes(row),
                ranges(row),
                new ApiKey.Times(
                        Objects.requireNonNull(row.get("created_at", Instant.class)),
                        row.get("expires_at", Instant.class),
                        row.get("last_used_at", Instant.class),
                        row.get("revoked_at", Instant.class)));
    }

    private static Set<Scope> scopes(Readable row) {
        return Arrays.stream(Objects.requireNonNull(row.get("scopes", String[].class)))
                .map(Scope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Cidr> ranges(Readable row) {
        return Arrays.stream(Objects.requireNonNull(row.get("allowed_ips", String[].class)))
                .map(Cidr::of)
                .toList();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
