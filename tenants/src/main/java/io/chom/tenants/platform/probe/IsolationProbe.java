package io.chom.tenants.platform.probe;

import io.chom.tenants.platform.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Checks that row-level security holds on a migrated database: first by fact, reading what the server knows of every
 * table, policy, role and grant; then by trying, as the application's role, to reach rows of another tenant. The rows
 * that it tries with are its own, made in a transaction that is rolled back.
 */
public final class IsolationProbe {

    private final String url;
    private final Login owner;
    private final Login app;
    private final String platform;

    private IsolationProbe(String url, Login owner, Login app, String platform) {
        this.url = url;
        this.owner = owner;
        this.app = app;
        this.platform = platform;
    }

    private record Login(String name, String password) {}

    /** The probe of the database that {@code chom.postgres.*} names; needs no application context. */
    public static IsolationProbe of(Environment environment) {
        return new IsolationProbe(
                "jdbc:" + environment.getRequiredProperty("chom.postgres.url"),
                login(environment, "owner"),
                login(environment, "app"),
                environment.getRequiredProperty("chom.postgres.platform.name"));
    }

    /**
     * Checks everything. Blocks for some seconds; changes nothing.
     *
     * @throws IllegalStateException if the database cannot be reached or does not let the probe in
     */
    public Report run() {
        try (Connection asOwner = open(owner);
                Connection asApp = open(app)) {
            return run(asOwner, asApp);
        } catch (SQLException e) {
            throw new IllegalStateException("The probe cannot ask " + url + ": " + e.getMessage(), e);
        }
    }

    private Report run(Connection asOwner, Connection asApp) throws SQLException {
        try {
            List<Check> checks = new ArrayList<>(facts(asOwner));
            checks.addAll(new Attempts(asApp, Tables.isolated(asOwner, Migrations.SCHEMAS)).make());
            return Report.of(checks);
        } finally {
            asOwner.rollback();
            asApp.rollback();
        }
    }

    /** Only what the catalogue says, on a connection of the owner inside a transaction. */
    List<Check> facts(Connection asOwner) throws SQLException {
        return new Catalogue(asOwner).check(Migrations.SCHEMAS, app.name(), platform);
    }

    private Connection open(Login login) throws SQLException {
        Connection connection = DriverManager.getConnection(url, login.name(), login.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private static Login login(Environment environment, String role) {
        String prefix = "chom.postgres." + role;
        return new Login(
                environment.getRequiredProperty(prefix + ".name"),
                environment.getRequiredProperty(prefix + ".password"));
    }
}
