package io.chom.tenants.usage.probe;

import io.chom.tenants.platform.Uuids;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Where is looked: a database, and one tenant of it or all.
 *
 * @param environment names the database in {@code chom.postgres.*}
 * @param tenant slug of the one, or null
 */
public record Scope(Environment environment, @Nullable String tenant) {

    /**
     * A connection of the platform's role, which reaches across tenants; the look is recorded.
     *
     * @param purpose why, such as {@code usage probe}
     * @throws SQLException if there is no such tenant, or no way in
     */
    public Connection open(String purpose) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:" + environment.getRequiredProperty("chom.postgres.url"),
                environment.getRequiredProperty("chom.postgres.platform.name"),
                environment.getRequiredProperty("chom.postgres.platform.password"));
        connection.setAutoCommit(false);
        try (var record = connection.prepareStatement(
                "insert into platform.cross_tenant_access (id, purpose, actor) values (?, ?, 'operator')")) {
            record.setObject(1, Uuids.next());
            record.setString(2, purpose);
            record.executeUpdate();
            connection.commit();
        }
        requireTenant(connection);
        return connection;
    }

    /** A misspelt tenant would agree with everything. */
    private void requireTenant(Connection connection) throws SQLException {
        if (tenant == null) {
            return;
        }
        try (var query = connection.prepareStatement("select from tenancy.tenant where slug = ?")) {
            query.setString(1, tenant);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("there is no tenant " + tenant + ".");
                }
            }
        }
    }
}
