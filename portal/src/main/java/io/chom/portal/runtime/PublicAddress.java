package io.chom.portal.runtime;

import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * Whether this process can know how browsers reach the portal. A worker writes that address into the realms of a shared
 * Keycloak, as the only one where a log-in may end; a guess would lock everybody out.
 */
final class PublicAddress {

    private static final String SETTING = "chom.ui.public-url";

    private PublicAddress() {}

    /**
     * Refuses to guess.
     *
     * @param keycloakIsEmbedded then the ports of the portal are those of this installation, and known
     * @throws AddressProblem if it is not set and cannot be known
     */
    static void check(Environment settings, boolean keycloakIsEmbedded) {
        Set<String> roles = Set.of(settings.getProperty("chom.roles", String[].class, new String[] {}));
        int port = settings.getProperty("chom.ui.port", Integer.class, 8080);
        boolean known = keycloakIsEmbedded || (roles.contains("ui") && port != 0);
        if (roles.contains("worker") && !known && isUnset(settings)) {
            throw new AddressProblem(
                    SETTING,
                    "is not set. Give the address of the portal as browsers see it, such as https://{host}: log-ins end there.");
        }
    }

    private static boolean isUnset(Environment settings) {
        return settings.getProperty(SETTING, "").isBlank();
    }
}
