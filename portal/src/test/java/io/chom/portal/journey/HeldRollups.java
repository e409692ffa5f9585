package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Holds every rollup there is, so that whoever counts waits: in the middle of a statement that has written the events
 * (PostgreSQL runs the rest of it after what its answer needs) and cannot write the rollups.
 */
record HeldRollups(Connection holder) implements AutoCloseable {

    /** Holds them as soon as there are any. */
    static HeldRollups of(Database database) throws SQLException {
        Awaitility.await("something to be counted")
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(database.count("usage.hourly")).isPositive());
        Connection holder = DriverManager.getConnection(database.url(), database.user(), database.password());
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("select from usage.daily for update; select from usage.hourly for update");
        }
        return new HeldRollups(holder);
    }

    /** Until somebody waits for a row that is held here. */
    void awaitWaiting(Duration patience) {
        Awaitility.await("somebody to wait for a rollup")
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .atMost(patience)
                .untilAsserted(() -> assertThat(waiting()).isTrue());
    }

    private boolean waiting() throws SQLException {
        try (var statement = holder.createStatement();
                var rows = statement.executeQuery("select exists (select from pg_locks"
                        + " where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.close();
    }
}
