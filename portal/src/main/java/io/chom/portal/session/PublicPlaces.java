package io.chom.portal.session;

import io.chom.tenants.identity.PublicUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How browsers and programs of a brand reach us: the same scheme and port on every host. */
@Component
class PublicPlaces {

    private final PublicUrl portal;
    private final PublicUrl api;

    PublicPlaces(
            @Value("${chom.port-offset:0}") int offset,
            @Value("${chom.ui.public-url:}") String portal,
            @Value("${chom.api.public-url:}") String api) {
        this.portal = new PublicUrl(portal.isBlank() ? "http://{host}:" + (8080 + offset) : portal);
        this.api = new PublicUrl(api.isBlank() ? "http://{host}:" + (8081 + offset) : api);
    }

    /** Pages and the application. */
    PublicUrl portal() {
        return portal;
    }

    /** The REST API. */
    PublicUrl api() {
        return api;
    }
}
