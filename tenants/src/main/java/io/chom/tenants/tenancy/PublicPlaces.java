package io.chom.tenants.tenancy;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How browsers and programs of a brand reach us: the same scheme and port on every host. As {@code chom.ui.public-url}
 * and {@code chom.api.public-url} say, or else at the very ports that the servers open.
 */
@Component
public final class PublicPlaces {

    private final PublicUrl portal;
    private final PublicUrl api;

    /** Reads the settings. */
    public PublicPlaces(Environment settings) {
        this.portal = place(settings, "chom.ui", 8080);
        this.api = place(settings, "chom.api", 8081);
    }

    private static PublicUrl place(Environment settings, String server, int standard) {
        int port = settings.getProperty(server + ".port", Integer.class, standard)
                + settings.getProperty("chom.port-offset", Integer.class, 0);
        String written = settings.getProperty(server + ".public-url", "");
        return new PublicUrl(written.isBlank() ? "http://{host}:" + port : written);
    }

    /** Pages and the application. */
    public PublicUrl portal() {
        return portal;
    }

    /** The REST API. */
    public PublicUrl api() {
        return api;
    }
}
