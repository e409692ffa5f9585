package io.chom.tenants.identity;

import io.chom.tenants.tenancy.HostName;
import java.net.URI;
import java.util.Map;

/**
 * How people log in on one host: what an OpenID Connect client has to know. Its id is the host, so that a session
 * belongs to one. Authorization is by code with PKCE (S256), which the realm demands.
 *
 * @param host the host
 * @param realm whose users log in there
 * @param clientId who we are to the realm
 * @param clientSecret with what we prove it
 * @param issuer what the {@code iss} of every token must equal
 * @param authorization where the browser goes to log in
 * @param endSession where the browser goes to log out
 * @param token where we change a code for tokens; internal, needs {@link #forwarded()}
 * @param userInfo where we ask about a person; internal, needs {@link #forwarded()}
 * @param keys where the realm's public keys are; internal
 * @param redirect where the browser comes back to, exactly
 * @param afterLogOut where the browser comes back to after logging out, exactly
 * @param forwarded headers that make the internal addresses answer as the public ones
 */
public record Registration(
        HostName host,
        RealmName realm,
        String clientId,
        ClientSecret clientSecret,
        URI issuer,
        URI authorization,
        URI endSession,
        URI token,
        URI userInfo,
        URI keys,
        URI redirect,
        URI afterLogOut,
        Map<String, String> forwarded) {

    /** The client that the portal is in every realm. */
    public static final String CLIENT = "portal";

    public Registration {
        forwarded = Map.copyOf(forwarded);
    }

    /** Name of the registration, as it stands in addresses: {@code /oauth2/authorization/<id>}. */
    public String id() {
        return host.value();
    }
}
