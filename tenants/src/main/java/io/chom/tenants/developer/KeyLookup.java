package io.chom.tenants.developer;

import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Finds a key before it is known whose it is, and notes that it is in use. */
@Repository
class KeyLookup {

    private static final Purpose KEY = Purpose.routine("api key");

    private static final String USE = "update developer.api_key set last_used_at = greatest(last_used_at, :now)"
            + " where hash = :hash and revoked_at is null returning " + ApiKeys.COLUMNS;

    private final CrossTenant platform;

    KeyLookup(CrossTenant platform) {
        this.platform = platform;
    }

    Mono<ApiKey> use(KeyHash hash, Instant now) {
        return platform.one(
                KEY,
                database -> database.sql(USE)
                        .bind("now", now)
                        .bind("hash", hash.bytes())
                        .map(ApiKeys::map)
                        .one());
    }
}
