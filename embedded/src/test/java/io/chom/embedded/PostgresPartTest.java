package io.chom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresPartTest {

    private static final String ONLY = "--chom.embedded.parts=postgres";

    @TempDir
    private Path data;

    @Test
    void data_and_passwords_survive_a_restart() throws Exception {
        String password;
        try (Embedded first = Embedded.start(data, ONLY)) {
            password = first.property("chom.postgres.owner.password");
            execute(
                    first,
                    "CREATE SCHEMA kept",
                    "CREATE TABLE kept.word (text text)",
                    "INSERT INTO kept.word VALUES ('stays')");
        }
        try (Embedded second = Embedded.start(data, ONLY)) {
            assertThat(second.property("chom.postgres.owner.password")).isEqualTo(password);
            assertThat(rows(second, "SELECT text FROM kept.word")).containsExactly("stays");
        }
    }

    @Test
    void roles_have_exactly_the_rights_they_need() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            assertThat(rows(embedded, """
                    SELECT concat_ws(' ', rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication)
                    FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> 'postgres' ORDER BY rolname"""))
                    .containsExactly(
                            "chom_app t f f f f f",
                            "chom_owner t f f f f f",
                            "chom_platform t f t f f f",
                            "keycloak t f f f f f");
            assertThat(rows(embedded, "SELECT datdba::regrole::text FROM pg_database WHERE datname = 'chom'"))
                    .containsExactly("chom_owner");
            assertThatThrownBy(() -> executeAs(embedded, "app", "CREATE SCHEMA mine"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> executeAs(embedded, "platform", "CREATE TABLE public.mine ()"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> executeAs(embedded, "app", "CREATE TEMPORARY TABLE mine ()"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void passwords_are_checked_and_private() throws Exception {
        try (Embedded embedded = Embedded.start(data, ONLY)) {
            String url = "jdbc:" + embedded.property("chom.postgres.url");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("addresses.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_process_is_replaced() throws Exception {
        Process killed = TestProgram.start(data, ONLY);
        long leftover = postmaster();
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(TestProgram.runs(leftover)).isTrue();

        try (Embedded embedded = Embedded.start(data, ONLY)) {
            assertThat(postmaster()).isNotEqualTo(leftover);
            assertThat(TestProgram.runs(leftover)).isFalse();
            assertThat(rows(embedded, "SELECT 'alive'")).containsExactly("alive");
        }
    }

    @Test
    void a_recycled_process_id_does_not_keep_it_from_starting() throws Exception {
        Embedded.start(data, ONLY).close();
        long self = ProcessHandle.current().pid();
        Files.writeString(data.resolve("postgres/postmaster.pid"), self + "\n" + data.resolve("postgres") + "\n");

        try (Embedded embedded = Embedded.start(data, ONLY)) {
            assertThat(rows(embedded, "SELECT 'alive'")).containsExactly("alive");
        }
    }

    @Test
    void a_program_beside_a_running_one_uses_its_server_and_leaves_it_running() throws Exception {
        Process running = TestProgram.start(data, ONLY);
        long server = postmaster();
        try (Embedded beside = Embedded.start(data, ONLY)) {
            assertThat(rows(beside, "SELECT 'shared'")).containsExactly("shared");
        }
        assertThat(postmaster()).isEqualTo(server);
        assertThat(TestProgram.runs(server)).isTrue();
        TestProgram.stop(running);
        assertThat(TestProgram.runs(server)).isFalse();
    }

    private long postmaster() throws Exception {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void execute(Embedded embedded, String... statements) throws SQLException {
        for (String statement : statements) {
            executeAs(embedded, "owner", statement);
        }
    }

    private static void executeAs(Embedded embedded, String role, String sql) throws SQLException {
        try (Connection connection = embedded.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Embedded embedded, String sql) throws SQLException {
        try (Connection connection = embedded.connect("owner");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
