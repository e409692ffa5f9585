package io.chom.tenants.identity.keycloak;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Keycloak is and as whom to manage it.
 *
 * @param url where this program reaches it; null where nobody is to log in
 * @param publicUrl how browsers reach it, such as {@code https://{host}}; by default the port of {@code url}
 * @param admin an administrator of the realm {@code master}
 * @param sslRequired {@code none}, {@code external} or {@code all}; by default what fits {@code publicUrl}
 * @param timeout for one answer; creating a realm takes about half a second
 */
@ConfigurationProperties("chom.keycloak")
record KeycloakProperties(
        @Nullable URI url,
        @Nullable String publicUrl,
        @Nullable Login admin,
        @Nullable String sslRequired,
        @DefaultValue("30s") Duration timeout) {

    /** A name and its password. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
