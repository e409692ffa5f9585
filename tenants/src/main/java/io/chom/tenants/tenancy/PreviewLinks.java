package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.theming.Brand;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The links to previews of drafts, at most one of each brand owner. */
@Repository
class PreviewLinks {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;

    PreviewLinks(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What a link shows.
     *
     * @param draft empty while there is none
     */
    record Shown(Optional<Brand> draft, Instant until) {}

    /** Keeps the link of the acting brand owner instead of any other of theirs. */
    Mono<PreviewLink> put(Acting acting, PreviewLink link) {
        return database.sql("""
                        insert into tenancy.brand_preview (tenant_id, reseller_id, key_hash, expires_at)
                        values (:tenant, :reseller, :hash, :until)
                        on conflict (tenant_id) do update
                        set key_hash = excluded.key_hash, expires_at = excluded.expires_at
                        """)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("hash", link.key().hash())
                .bind("until", link.until())
                .fetch()
                .rowsUpdated()
                .thenReturn(link);
    }

    /** Removes the link of the acting brand owner, if there is one. */
    Mono<Void> remove(Acting acting) {
        return database.sql("delete from tenancy.brand_preview where tenant_id = :tenant")
                .bind("tenant", acting.tenant().value())
                .then();
    }

    /** Until when the link of the acting brand owner can be used; empty when none can. */
    Mono<Instant> until(Acting acting, Instant now) {
        return database.sql(
                        "select expires_at from tenancy.brand_preview where tenant_id = :tenant and expires_at > :now")
                .bind("tenant", acting.tenant().value())
                .bind("now", now)
                .map(row -> Objects.requireNonNull(row.get("expires_at", Instant.class)))
                .one();
    }

    /** What the key opens of the acting brand owner; empty for any other key. */
    Mono<Shown> find(Acting acting, PreviewKey key, Instant now) {
        return database.sql("""
                        select p.expires_at, d.document
                          from tenancy.brand_preview p left join tenancy.brand_draft d on d.tenant_id = p.tenant_id
                         where p.tenant_id = :tenant and p.key_hash = :hash and p.expires_at > :now
                        """)
                .bind("tenant", acting.tenant().value())
                .bind("hash", key.hash())
                .bind("now", now)
                .map(row -> new Shown(
                        Optional.ofNullable(row.get("document", Json.class))
                                .map(document -> JSON.readValue(document.asArray(), Brand.class)),
                        Objects.requireNonNull(row.get("expires_at", Instant.class))))
                .one();
    }
}
