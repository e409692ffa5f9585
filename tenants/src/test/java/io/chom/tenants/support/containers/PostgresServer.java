package io.chom.tenants.support.containers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/** PostgreSQL, prepared by the very scripts that prepare it for {@code docker/compose.yaml}. */
final class PostgresServer {

    static final String KEYCLOAK_URL = "test.keycloak.db.url";
    static final String KEYCLOAK_PASSWORD = "test.keycloak.db.password";

    private static final List<String> ROLES = List.of("owner", "app", "platform");

    private PostgresServer() {}

    @SuppressWarnings("resource") // ends with the JVM
    static Map<String, String> start() {
        var server = new PostgreSQLContainer(Server.POSTGRES.image())
                .withDatabaseName("chom")
                .withUsername("postgres")
                .withEnv(
                        "POSTGRES_INITDB_ARGS", "-E UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8")
                .withCopyFileToContainer(
                        MountableFile.forHostPath("../docker/postgres/roles.sh", 0755),
                        "/docker-entrypoint-initdb.d/roles.sh")
                .withCopyFileToContainer(
                        MountableFile.forHostPath("../config/postgres/roles.sql", 0644), "/etc/chom/roles.sql")
                .withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=off", "-c", "full_page_writes=off");
        Map<String, String> settings = new LinkedHashMap<>();
        for (String role : ROLES) {
            settings.put("chom.postgres." + role + ".name", "chom_" + role);
            settings.put("chom.postgres." + role + ".password", secret(server, "postgres-" + role));
        }
        settings.put(KEYCLOAK_PASSWORD, secret(server, "postgres-keycloak"));
        settings.put("chom.seal.key", UUID.randomUUID().toString());
        server.start();
        String address = server.getHost() + ":" + server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        settings.put("chom.postgres.url", "postgresql://" + address + "/chom");
        settings.put(KEYCLOAK_URL, "jdbc:postgresql://" + address + "/keycloak");
        return settings;
    }

    private static String secret(PostgreSQLContainer server, String name) {
        String password = UUID.randomUUID().toString();
        server.withCopyToContainer(Transferable.of(password, 0444), "/run/secrets/" + name);
        return password;
    }
}
