package io.chom.embedded.postgres;

import io.chom.embedded.part.Part;
import io.chom.embedded.part.PartFailed;
import io.chom.embedded.part.Secrets;
import io.chom.embedded.part.Site;
import io.chom.embedded.part.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL on the loopback address, with the databases and roles that the portal expects of any server. */
public final class PostgresPart implements Part {

    private static final String SETTING = "chom.postgres.url";
    private static final List<String> DATABASES = List.of("chom", "keycloak");
    private static final List<String> ROLES = List.of("owner", "app", "platform");

    private final Site site;
    private final boolean fast;
    private @Nullable Cluster running;

    /** @param fast trades the safety of the data for speed, for tests */
    public PostgresPart(Site site, boolean fast) {
        this.site = site;
        this.fast = fast;
    }

    @Override
    public String label() {
        return "PostgreSQL " + Versions.of("postgres").replaceFirst("\\.0$", "");
    }

    @Override
    public Map<String, String> start() throws IOException, InterruptedException {
        Cluster cluster = cluster();
        cluster.stopLeftover();
        int port = site.ports().claim(5433, label(), SETTING);
        if (!cluster.exists()) {
            cluster.create(site.secrets().password("postgres.superuser"));
        }
        running = cluster;
        cluster.start(settings(port));
        prepare(port);
        return published(port);
    }

    @Override
    public void stop() {
        Cluster cluster = running;
        running = null;
        if (cluster == null) {
            return;
        }
        try {
            cluster.stop();
        } catch (IOException e) {
            site.progress().failed(label(), "did not stop, see " + cluster.log());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Cluster cluster() throws IOException, InterruptedException {
        Files.createDirectories(site.log("postgres").getParent());
        return new Cluster(
                PostgresBinaries.unpacked(site.cache()), site.data().resolve("postgres"), site.log("postgres"));
    }

    private Map<String, String> settings(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", "512MB");
        settings.put("log_min_messages", "warning");
        if (fast) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
        }
        return settings;
    }

    private void prepare(int port) throws IOException {
        try {
            createDatabases(port);
            try (Connection connection = connect(port, "chom");
                    Statement statement = connection.createStatement()) {
                statement.execute(RolesScript.with(passwords()));
            }
        } catch (SQLException e) {
            throw new PartFailed("PostgreSQL could not be prepared: " + e.getMessage(), e);
        }
    }

    private void createDatabases(int port) throws SQLException, IOException {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement()) {
            for (String database : DATABASES) {
                if (!exists(statement, database)) {
                    statement.execute("CREATE DATABASE " + database);
                }
            }
        }
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT FROM pg_database WHERE datname = '%s'".formatted(database))) {
            return found.next();
        }
    }

    private Connection connect(int port, String database) throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                Cluster.SUPERUSER,
                site.secrets().password("postgres.superuser"));
    }

    private Map<String, String> passwords() throws IOException {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String role : ROLES) {
            passwords.put(role + "_password", site.secrets().password("postgres." + role));
        }
        passwords.put("keycloak_password", site.secrets().password("postgres.keycloak"));
        return passwords;
    }

    private Map<String, String> published(int port) throws IOException {
        Secrets secrets = site.secrets();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(SETTING, "postgresql://127.0.0.1:%d/chom".formatted(port));
        for (String role : ROLES) {
            properties.put("chom.postgres.%s.name".formatted(role), "chom_" + role);
            properties.put("chom.postgres.%s.password".formatted(role), secrets.password("postgres." + role));
        }
        // What seals secrets in these tables lives and dies with them.
        properties.put("chom.seal.key", secrets.password("seal"));
        properties.put("chom.embedded.keycloak.db.url", "jdbc:postgresql://127.0.0.1:%d/keycloak".formatted(port));
        properties.put("chom.embedded.keycloak.db.name", "keycloak");
        properties.put("chom.embedded.keycloak.db.password", secrets.password("postgres.keycloak"));
        return properties;
    }
}
