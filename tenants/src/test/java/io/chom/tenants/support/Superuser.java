package io.chom.tenants.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.core.env.Environment;

/** Who may do everything in the tests' database: for tests that plant what no program of the house could. */
public final class Superuser {

    private Superuser() {}

    /** A new connection, to be closed by the caller. */
    public static Connection connect(Environment environment) throws SQLException, IOException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of(environment.getRequiredProperty("chom.embedded.data-dir"), "secrets.properties"))) {
            secrets.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:" + environment.getRequiredProperty("chom.postgres.url"),
                "postgres",
                secrets.getProperty("postgres.superuser"));
    }
}
