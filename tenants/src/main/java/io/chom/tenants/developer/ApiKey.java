package io.chom.tenants.developer;

import io.chom.tenants.platform.Cidr;
import io.chom.tenants.platform.TenantId;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program's key to one tenant, without its secret.
 *
 * @param id its identity
 * @param tenant whose data it opens
 * @param reseller owner of the brand of that tenant, on whose hosts alone it works
 * @param label what people call and tell it by
 * @param scopes what it may do, at least one
 * @param allowedIps from where it may be used; empty for everywhere
 * @param times its life
 */
public record ApiKey(
        ApiKeyId id,
        TenantId tenant,
        TenantId reseller,
        Label label,
        Set<Scope> scopes,
        List<Cidr> allowedIps,
        Times times) {

    /**
     * What people tell a key by.
     *
     * @param name 1–80 characters
     * @param prefix how the key begins
     * @param last4 how it ends
     */
    public record Label(String name, String prefix, String last4) {}

    /**
     * The life of a key.
     *
     * @param created when it was issued
     * @param expires when it ends by itself, or null for never
     * @param lastUsed when it was used last, to the minute, or null for never
     * @param revoked when it was ended, or null
     */
    public record Times(
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant lastUsed,
            @Nullable Instant revoked) {}

    public ApiKey {
        scopes = Set.copyOf(scopes);
        allowedIps = List.copyOf(allowedIps);
    }

    /** Whether the key opens anything at this time. */
    public boolean isAliveAt(Instant now) {
        Instant expires = times.expires();
        return times.revoked() == null && (expires == null || now.isBefore(expires));
    }

    /** Whether the key may be used from this address. */
    public boolean allows(InetAddress client) {
        return allowedIps.isEmpty() || allowedIps.stream().anyMatch(range -> range.contains(client));
    }

    /** The scopes as an actor's rights. */
    public Set<String> rights() {
        return scopes.stream().map(Scope::right).collect(Collectors.toUnmodifiableSet());
    }
}
