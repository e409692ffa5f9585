package io.chom.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Questions to the database that have one number as their answer. */
final class Sql {

    private Sql() {}

    static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
