package io.chom.tenants.support.containers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.testcontainers.utility.DockerImageName;

/** A server that may run in a container. */
public enum Server {
    POSTGRES("postgres:18", "postgres"),
    KAFKA("apache/kafka:4.2.1", "apache/kafka"),
    KEYCLOAK("quay.io/keycloak/keycloak:26.7.0", "quay.io/keycloak/keycloak");

    private final String standard;
    private final String kind;

    Server(String standard, String kind) {
        this.standard = standard;
        this.kind = kind;
    }

    /** Those of the embedded parts with these names that there are containers for. */
    static Set<Server> among(List<String> parts) {
        Set<Server> servers = EnumSet.noneOf(Server.class);
        Arrays.stream(values())
                .filter(server -> parts.contains(server.name().toLowerCase(Locale.ROOT)))
                .forEach(servers::add);
        return servers;
    }

    /** Another image must behave like the one it stands for. */
    DockerImageName image() {
        String setting = "CHOM_" + name() + "_IMAGE";
        String chosen = System.getProperty(setting, System.getenv().getOrDefault(setting, standard));
        return DockerImageName.parse(chosen).asCompatibleSubstituteFor(kind);
    }
}
