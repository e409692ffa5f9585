package io.chom.tenants.usage.probe;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Compares the hours and days of usage with the events behind them, and writes what is wrong anew. Blocks. */
public final class RollupProbe {

    private final Scope scope;
    private final Connection connection;

    /** On a connection of the platform's role that commits by hand. */
    public RollupProbe(Scope scope, Connection connection) {
        this.scope = scope;
        this.connection = connection;
    }

    /** Compares everything, a month at a time: each hour and day with its events, and each day with its hours. */
    public void compare(Findings findings) throws SQLException {
        for (LocalDate month : Months.of(connection)) {
            for (Comparison one : Comparison.values()) {
                one.run(connection, scope.tenant(), month, findings);
            }
            connection.commit();
        }
    }

    /**
     * Writes wrong hours and days anew, while the program may go on to count.
     *
     * @return how many days of a tenant were written
     */
    public long rebuild() throws SQLException {
        long written = 0;
        var rebuild = new Rebuild(connection);
        for (LocalDate month : Months.of(connection)) {
            written += rebuild.month(scope.tenant(), month);
        }
        return written;
    }
}
