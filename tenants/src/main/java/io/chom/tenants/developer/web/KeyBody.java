package io.chom.tenants.developer.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chom.tenants.developer.ApiKey;
import io.chom.tenants.developer.Scope;
import io.chom.tenants.platform.Cidr;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key on the wire, without its secret. */
@Schema(name = "Key")
record KeyBody(
        String id,
        String name,
        String prefix,
        @JsonProperty("last4") String last4,
        List<String> scopes,
        List<String> allowedIps,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    static KeyBody of(ApiKey key) {
        return new KeyBody(
                key.id().toString(),
                key.label().name(),
                key.label().prefix(),
                key.label().last4(),
                key.scopes().stream().map(Scope::right).sorted().toList(),
                key.allowedIps().stream().map(Cidr::toString).toList(),
                key.times().created(),
                key.times().expires(),
                key.times().lastUsed(),
                key.times().revoked());
    }
}
