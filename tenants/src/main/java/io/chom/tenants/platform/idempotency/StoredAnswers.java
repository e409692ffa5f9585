package io.chom.tenants.platform.idempotency;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Answer;
import io.chom.tenants.platform.Fingerprint;
import io.chom.tenants.platform.IdempotencyKey;
import io.chom.tenants.platform.TenantContext;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code platform.idempotency_key}: claims, and the answers they became. */
@Repository
class StoredAnswers {

    /** A row is claimed by the first, or again once it expired or its worker is dead. */
    private static final String CLAIM = """
            insert into platform.idempotency_key as kept
                (tenant_id, reseller_id, key, fingerprint, claim, leased_until, expires_at)
            values (:tenant, :reseller, :key, :fingerprint, :claim, :leasedUntil, :expiresAt)
            on conflict (tenant_id, key) do update
            set fingerprint = excluded.fingerprint, claim = excluded.claim, leased_until = excluded.leased_until,
                expires_at = excluded.expires_at, status = null, headers = null, body = null
            where kept.expires_at <= :now
               or (kept.status is null and kept.leased_until <= :now and kept.fingerprint = excluded.fingerprint)
            """;

    private static final String FIND = """
            select fingerprint, status, headers, body from platform.idempotency_key
            where tenant_id = :tenant and key = :key
            """;

    private static final String KEEP = """
            update platform.idempotency_key set status = :status, headers = :headers, body = :body
            where tenant_id = :tenant and key = :key and claim = :claim and status is null
            """;

    private static final String RELEASE = """
            delete from platform.idempotency_key
            where tenant_id = :tenant and key = :key and claim = :claim and status is null
            """;

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    StoredAnswers(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is kept under a key: without an answer, somebody is at work. */
    record Kept(Fingerprint fingerprint, @Nullable Answer answer) {}

    /** The times of one claim. */
    record Term(Instant now, Instant leasedUntil, Instant expiresAt) {}

    /** True when the key is now ours to answer, by this claim. */
    Mono<Boolean> claim(IdempotencyKey key, Fingerprint fingerprint, UUID claim, Term term) {
        return TenantContext.require()
                .flatMap(acting -> of(CLAIM, acting, key)
                        .bind("reseller", acting.reseller().value())
                        .bind("fingerprint", fingerprint.bytes())
                        .bind("claim", claim)
                        .bind("now", term.now())
                        .bind("leasedUntil", term.leasedUntil())
                        .bind("expiresAt", term.expiresAt())
                        .fetch()
                        .rowsUpdated())
                .map(rows -> rows == 1);
    }

    Mono<Kept> find(IdempotencyKey key) {
        return TenantContext.require()
                .flatMap(acting -> of(FIND, acting, key).map(this::kept).one());
    }

    /** True unless the claim was lost to another one. */
    Mono<Boolean> keep(IdempotencyKey key, UUID claim, Answer answer) {
        return TenantContext.require()
                .flatMap(acting -> of(KEEP, acting, key)
                        .bind("claim", claim)
                        .bind("status", answer.status())
                        .bind("headers", Json.of(json.writeValueAsBytes(answer.headers())))
                        .bind("body", answer.body())
                        .fetch()
                        .rowsUpdated())
                .map(rows -> rows == 1);
    }

    Mono<Void> release(IdempotencyKey key, UUID claim) {
        return TenantContext.require()
                .flatMap(acting ->
                        of(RELEASE, acting, key).bind("claim", claim).fetch().rowsUpdated())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, Acting acting, IdempotencyKey key) {
        return database.sql(sql).bind("tenant", acting.tenant().value()).bind("key", key.value());
    }

    private Kept kept(Readable row) {
        Integer status = row.get("status", Integer.class);
        return new Kept(
                new Fingerprint(HexFormat.of().formatHex(Objects.requireNonNull(row.get("fingerprint", byte[].class)))),
                status == null ? null : answer(status, row));
    }

    private Answer answer(int status, Readable row) {
        Json headers = Objects.requireNonNull(row.get("headers", Json.class));
        byte[] body = Objects.requireNonNull(row.get("body", byte[].class));
        return new Answer(status, json.readValue(headers.asArray(), HEADERS), body);
    }
}
