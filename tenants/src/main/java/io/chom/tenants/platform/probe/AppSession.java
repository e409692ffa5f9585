package io.chom.tenants.platform.probe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One transaction of the application's role, in which each attempt is taken back. */
final class AppSession {

    private static final String BIND = "select set_config('app.tenant', ?, true), set_config('app.reseller', ?, true)";

    private final Connection connection;

    AppSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * How a statement went.
     *
     * @param rows read or changed, -1 when it did not work
     * @param state SQLSTATE of the error, or null when it worked
     */
    record Outcome(long rows, @Nullable String state, String words) {

        boolean worked() {
            return state == null;
        }

        boolean refused(String how) {
            return how.equals(state);
        }

        @Override
        public String toString() {
            return worked() ? rows + " rows" : state + " " + words;
        }
    }

    void actAs(Sample tenant) throws SQLException {
        bind(tenant.tenant().toString(), tenant.reseller().toString());
    }

    void actAsNobody() throws SQLException {
        bind("", "");
    }

    /** Runs what has to work, and stays. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs and stays if it works; otherwise says why not. */
    Optional<String> trouble(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(sql);
            return Optional.empty();
        } catch (SQLException e) {
            connection.rollback(before);
            return Optional.of("no row could be made: " + firstLine(e));
        }
    }

    /** Runs, looks and takes it back. */
    Outcome attempt(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            return new Outcome(statement.execute(sql) ? count(statement) : statement.getUpdateCount(), null, "");
        } catch (SQLException e) {
            return new Outcome(-1, e.getSQLState(), firstLine(e));
        } finally {
            connection.rollback(before);
        }
    }

    private void bind(String tenant, String reseller) throws SQLException {
        try (PreparedStatement bind = connection.prepareStatement(BIND)) {
            bind.setString(1, tenant);
            bind.setString(2, reseller);
            bind.execute();
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
