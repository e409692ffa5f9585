package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The database of a program, asked without its help, as a role that sees every tenant. */
record Database(String url, String user, String password) {

    /** The first column names something, the second counts it. */
    Map<String, BigDecimal> amounts(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            Map<String, BigDecimal> amounts = new TreeMap<>();
            while (rows.next()) {
                amounts.put(rows.getString(1), rows.getBigDecimal(2).stripTrailingZeros());
            }
            return amounts;
        }
    }

    /** Changes one row, and says so in the same transaction. */
    void change(String change, String notice) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.executeUpdate(change)).isOne();
            statement.execute(notice);
            connection.commit();
        }
    }

    /** In one transaction. */
    void run(String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    long count(String query) throws SQLException {
        return amounts("select 'count', count(*) from " + query).get("count").longValueExact();
    }
}
