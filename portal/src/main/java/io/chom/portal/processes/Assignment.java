package io.chom.portal.processes;

import io.chom.portal.processes.Slot.Role;
import io.chom.portal.runtime.Addresses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * The settings of one process: what the person at the terminal gave, and what its slot demands.
 *
 * @param shared what holds for all, from wherever it comes
 * @param given by the person; counts where the slot does not demand anything
 * @param data folder of the installation
 * @param addresses where people and programs reach the whole
 */
record Assignment(Environment shared, Map<String, String> given, Path data, Addresses addresses) {

    private static final String PROXY = "127.0.0.1";

    Assignment {
        given = Map.copyOf(given);
    }

    /** @param announces whether this process founds the demo */
    Map<String, String> of(Slot slot, boolean announces) {
        Map<String, String> settings = new LinkedHashMap<>(given);
        settings.putAll(usual(slot));
        settings.putAll(demanded(slot));
        if (!announces) {
            settings.put("chom.demo", "false");
        }
        return settings;
    }

    private Map<String, String> usual(Slot slot) {
        return Map.of(
                "chom.shutdown.notice", notice(),
                "chom.ui.public-url", shared.getProperty("chom.ui.public-url", "http://{host}:" + addresses.uiPort()),
                "chom.api.public-url",
                        shared.getProperty("chom.api.public-url", "http://{host}:" + addresses.apiPort()),
                "logging.file.name",
                        data.resolve("logs/" + slot.name() + ".log").toString());
    }

    /** Longer than the proxy needs to notice that a process is not ready any more. */
    private String notice() {
        Duration wanted = shared.getProperty("chom.shutdown.notice", Duration.class, Duration.ZERO);
        return wanted.isZero() ? "1s" : wanted.toMillis() + "ms";
    }

    private Map<String, String> demanded(Slot slot) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("chom.roles", slot.role().word());
        settings.put("chom.port-offset", String.valueOf(slot.offset()));
        settings.put("chom.ui.port", String.valueOf(slot.standardPort()));
        settings.put("chom.api.port", String.valueOf(slot.standardPort()));
        settings.put("chom.management.port", String.valueOf(slot.standardHealthPort()));
        settings.put("chom.parent", String.valueOf(ProcessHandle.current().pid()));
        settings.put("chom.ready-file", Folder.NAME + "/" + slot.name() + ".json");
        settings.put("chom.embedded.data-dir", data.toString());
        settings.put("server.address", PROXY);
        settings.put("chom.trusted-proxies", PROXY);
        if (slot.role() == Role.UI) {
            settings.putAll(behindProxy(slot));
        }
        return settings;
    }

    /** The proxy keeps its connections; a server that closes one at the wrong moment loses the request that is on its way. */
    private static Map<String, String> behindProxy(Slot slot) {
        return Map.of(
                "chom.ui.route", slot.name(),
                "server.forward-headers-strategy", "native",
                "server.tomcat.remoteip.internal-proxies", PROXY.replace(".", "\\."),
                "server.tomcat.keep-alive-timeout", "1h",
                "server.tomcat.max-keep-alive-requests", "-1");
    }
}
