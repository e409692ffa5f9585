package io.chom.portal.runtime;

import org.springframework.core.env.Environment;

/**
 * Ports of this process; {@code chom.port-offset} moves all of them, 0 stays "any free port".
 *
 * @param uiPort Vaadin and public pages
 * @param apiPort REST API
 * @param managementPort health and metrics
 * @param managementAddress the one network address on which they are told; loopback unless {@code chom.management.address}
 *     says otherwise
 */
public record Addresses(int uiPort, int apiPort, int managementPort, String managementAddress) {

    /** Reads them. */
    public static Addresses of(Environment settings) {
        int offset = settings.getProperty("chom.port-offset", Integer.class, 0);
        return new Addresses(
                port(settings, "chom.ui.port", 8080, offset),
                port(settings, "chom.api.port", 8081, offset),
                port(settings, "chom.management.port", 8082, offset),
                settings.getProperty("chom.management.address", "127.0.0.1"));
    }

    private static int port(Environment settings, String name, int standard, int offset) {
        int port = settings.getProperty(name, Integer.class, standard);
        return port == 0 ? 0 : port + offset;
    }
}
