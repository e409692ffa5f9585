package io.chom.tenants.support.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/**
 * Keycloak in the network of this machine, because it has to reach what runs here: the mailbox of the test, and PostgreSQL
 * at the address that the test knows. (Docker Desktop wants host networking switched on for that.)
 */
final class KeycloakServer {

    private static final Duration FIRST_START = Duration.ofMinutes(5);

    private KeycloakServer() {}

    @SuppressWarnings("resource") // ends with the JVM
    static Map<String, String> start(Map<String, String> postgres) {
        String password = UUID.randomUUID().toString();
        int port = freePort();
        new GenericContainer<>(Server.KEYCLOAK.image())
                .withNetworkMode("host")
                .withEnv(environment(postgres, password))
                .withCopyFileToContainer(MountableFile.forHostPath("../config/keycloak/themes"), "/opt/keycloak/themes")
                .withCommand(
                        "start",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname-strict=false",
                        "--proxy-headers=xforwarded",
                        "--proxy-trusted-addresses=127.0.0.1/32,::1/128",
                        "--cache=local")
                .waitingFor(Wait.forLogMessage(".*Listening on: http.*", 1).withStartupTimeout(FIRST_START))
                .start();
        return Map.of(
                "chom.keycloak.url",
                "http://localhost:" + port,
                "chom.keycloak.admin.user",
                "admin",
                "chom.keycloak.admin.password",
                password);
    }

    /** A short start matters more here than the last request per second. */
    private static Map<String, String> environment(Map<String, String> postgres, String adminPassword) {
        return Map.of(
                "KC_DB", "postgres",
                "KC_DB_URL", Objects.requireNonNull(postgres.get(PostgresServer.KEYCLOAK_URL)),
                "KC_DB_USERNAME", "keycloak",
                "KC_DB_PASSWORD", Objects.requireNonNull(postgres.get(PostgresServer.KEYCLOAK_PASSWORD)),
                "KC_DB_POOL_MAX_SIZE", "20",
                "JAVA_OPTS_APPEND", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
