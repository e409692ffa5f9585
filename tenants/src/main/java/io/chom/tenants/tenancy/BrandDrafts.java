package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.theming.Brand;
import io.r2dbc.postgresql.codec.Json;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The drafts of brands, each a row of the brand's owner. */
@Repository
class BrandDrafts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;

    BrandDrafts(DatabaseClient database) {
        this.database = database;
    }

    /** The draft of the acting brand owner, if there is one. */
    Mono<BrandDraft> find(Acting acting) {
        return database.sql("select document, revision from tenancy.brand_draft where tenant_id = :tenant")
                .bind("tenant", acting.tenant().value())
                .map(row -> new BrandDraft(
                        JSON.readValue(
                                Objects.requireNonNull(row.get("document", Json.class))
                                        .asArray(),
                                Brand.class),
                        Objects.requireNonNull(row.get("revision", Long.class))))
                .one();
    }

    /** Writes the next revision; empty when the draft is not at the one that this work began with. */
    Mono<BrandDraft> save(Acting acting, BrandDraft draft) {
        return database.sql("""
                        insert into tenancy.brand_draft as d (tenant_id, reseller_id, revision, document)
                        select :tenant, :reseller, (extract(epoch from clock_timestamp()) * 1000000)::bigint, :document
                         where :before = 0 or exists (select from tenancy.brand_draft where tenant_id = :tenant)
                        on conflict (tenant_id) do update
                        set revision = excluded.revision, document = excluded.document
                        where d.revision = :before
                        returning revision
                        """)
                .bind("tenant", acting.tenant().value())
                .bind("reseller", acting.reseller().value())
                .bind("before", draft.revision())
                .bind("document", Json.of(JSON.writeValueAsBytes(draft.brand())))
                .map(row -> new BrandDraft(draft.brand(), Objects.requireNonNull(row.get("revision", Long.class))))
                .one();
    }

    /** Removes the draft if it is at this revision; tells whether it was. */
    Mono<Boolean> remove(Acting acting, long revision) {
        return database.sql("delete from tenancy.brand_draft where tenant_id = :tenant and revision = :revision")
                .bind("tenant", acting.tenant().value())
                .bind("revision", revision)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
