package io.chom.embedded.balancer;

import java.net.URI;

/**
 * A process that answers requests.
 *
 * @param name also the route at the end of the ids of its sessions; letters, digits and hyphens
 * @param port where it answers, on loopback
 * @param healthPort where it says whether it is ready, on loopback
 */
record Backend(String name, int port, int healthPort) {

    Backend {
        if (!name.matches("[a-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("A process is named with letters, digits and hyphens: " + name);
        }
    }

    /** Reads {@code name:port:healthPort}. */
    static Backend of(String text) {
        String[] fields = text.split(":", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("A process is written name:port:health-port, but here " + text);
        }
        return new Backend(fields[0], Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI readiness() {
        return URI.create("http://127.0.0.1:" + healthPort + "/health/readiness");
    }
}
