package io.chom.tenants.support.containers;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers of one world of tests, started when they are first asked for and ended with the JVM. Images are those of
 * {@code docker/compose.yaml}, or what its variables {@code CHOM_POSTGRES_IMAGE} and so on say.
 */
public final class Servers {

    private static final Map<String, Servers> BY_WORLD = new ConcurrentHashMap<>();

    private final Map<Server, Map<String, String>> running = new HashMap<>();

    private Servers() {}

    /** Whether tests are to run on containers: by system property or environment. */
    public static boolean wanted() {
        return Boolean.getBoolean("chom.test.containers") || "true".equals(System.getenv("CHOM_TEST_CONTAINERS"));
    }

    /** Those of a world; the same object for the same name. */
    public static Servers of(String world) {
        return BY_WORLD.computeIfAbsent(world, name -> new Servers());
    }

    /** The settings by which a program finds these servers; Keycloak keeps its tables in PostgreSQL. */
    public synchronized Map<String, String> settings(Iterable<Server> servers) {
        var settings = new TreeMap<String, String>();
        for (Server server : servers) {
            settings.putAll(ensure(server));
        }
        return settings;
    }

    private Map<String, String> ensure(Server server) {
        Map<String, String> known = running.get(server);
        if (known != null) {
            return known;
        }
        Map<String, String> fresh = switch (server) {
            case POSTGRES -> PostgresServer.start();
            case KAFKA -> KafkaServer.start();
            case KEYCLOAK -> KeycloakServer.start(ensure(Server.POSTGRES));
        };
        running.put(server, fresh);
        return fresh;
    }
}
