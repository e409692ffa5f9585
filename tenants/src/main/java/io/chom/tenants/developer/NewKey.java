package io.chom.tenants.developer;

import io.chom.tenants.platform.Cidr;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a key that is to be issued.
 *
 * @param name what people call it, 1–80 characters
 * @param scopes what it may do, at least one
 * @param allowedIps from where it may be used, at most 50; empty for everywhere
 * @param expires when it ends by itself, or null for never
 */
public record NewKey(
        String name,
        Set<Scope> scopes,
        List<Cidr> allowedIps,
        @Nullable Instant expires) {

    public NewKey {
        scopes = Set.copyOf(scopes);
        allowedIps = List.copyOf(allowedIps);
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("A key's name has 1–80 characters.");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("A key has at least one scope.");
        }
        if (allowedIps.size() > 50) {
            throw new IllegalArgumentException("A key names at most 50 address ranges.");
        }
    }
}
