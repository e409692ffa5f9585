package io.chom.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Migrations;
import io.chom.tenants.support.TenantsTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What the migrations left behind, read from the server without the help of the probe. */
@TenantsTest
class SchemaTests {

    private static final Set<String> SIGNED = Set.of("flyway_history");

    @Autowired
    Environment environment;

    private record Found(String schema, String table, boolean forced) {}

    @Test
    void every_table_stands_in_the_schema_of_a_module_and_is_isolated_or_signed() throws SQLException {
        List<Found> tables = tables();

        assertThat(tables).hasSizeGreaterThan(8).extracting(Found::schema).isSubsetOf(Migrations.SCHEMAS);
        assertThat(tables)
                .filteredOn(table -> !SIGNED.contains(table.table()))
                .isNotEmpty()
                .allMatch(Found::forced, "enables and forces row-level security");
    }

    private List<Found> tables() throws SQLException {
        List<Found> tables = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + environment.getRequiredProperty("chom.postgres.url"),
                        environment.getRequiredProperty("chom.postgres.owner.name"),
                        environment.getRequiredProperty("chom.postgres.owner.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select n.nspname, c.relname, c.relrowsecurity and c.relforcerowsecurity
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition
                          and n.nspname not in ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                tables.add(new Found(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return tables;
    }
}
