package io.chom.tenants.identity;

import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.PublicUrl;
import java.net.URI;
import java.util.Map;

/**
 * Where logging in happens: as browsers see it, and as this program reaches it.
 *
 * @param portal how browsers reach the portal
 * @param provider how browsers reach the identity provider
 * @param internal where this program reaches the identity provider, without a slash at the end
 */
public record LogInAddresses(PublicUrl portal, PublicUrl provider, URI internal) {

    /** Where a browser comes back to after logging in on a host; a realm accepts exactly this. */
    public URI redirect(HostName host) {
        return portal.on(host, "/login/oauth2/code/" + host);
    }

    /** Where a browser comes back to after logging out on a host; a realm accepts exactly this. */
    public URI afterLogOut(HostName host) {
        return portal.on(host, "/");
    }

    /** Headers with which an internal request is answered as if it came to the public address of a host. */
    public Map<String, String> forwarded(HostName host) {
        return Map.of(
                "X-Forwarded-Host", host.value(),
                "X-Forwarded-Proto", provider.isSecure() ? "https" : "http",
                "X-Forwarded-Port", String.valueOf(provider.port()));
    }

    Registration registration(HostName host, RealmName realm, ClientSecret secret) {
        String path = "/realms/" + realm;
        String oidc = path + "/protocol/openid-connect";
        return new Registration(
                host,
                realm,
                Registration.CLIENT,
                secret,
                provider.on(host, path),
                provider.on(host, oidc + "/auth"),
                provider.on(host, oidc + "/logout"),
                URI.create(internal + oidc + "/token"),
                URI.create(internal + oidc + "/userinfo"),
                URI.create(internal + oidc + "/certs"),
                redirect(host),
                afterLogOut(host),
                forwarded(host));
    }
}
