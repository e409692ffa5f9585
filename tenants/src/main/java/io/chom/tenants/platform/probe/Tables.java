package io.chom.tenants.platform.probe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables that belong to tenants, with what a sample row needs. */
final class Tables {

    private static final String QUERY = """
            select format('%I.%I', n.nspname, c.relname), a.attname, format_type(a.atttypid, a.atttypmod),
                   (select substring(pg_get_constraintdef(k.oid) from 'ARRAY\\[''([^'']*)''')
                    from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                      and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[''%' limit 1),
                   (select substring(pg_get_constraintdef(k.oid) from 'char_length\\(\\w+\\) = (\\d+)')::int
                    from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                    order by 1 limit 1)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = any (?) and c.relkind in ('r', 'p') and not c.relispartition
              and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id')
              and a.attnotnull and a.attidentity = '' and a.attgenerated = ''
              and (not a.atthasdef or a.attname in ('tenant_id', 'reseller_id'))
            order by array_position(?, n.nspname::text), c.oid, a.attnum
            """;

    private Tables() {}

    /**
     * A column that a row cannot do without.
     *
     * @param type as SQL prints it
     * @param allowed one of the values that a check admits, or null where any will do
     * @param length of a text in characters when a check fixes it, otherwise 0
     */
    record Column(String name, String type, @Nullable String allowed, int length) {}

    /** A table and its obligatory columns. */
    record Table(String name, List<Column> columns) {}

    static List<Table> isolated(Connection owner, List<String> schemas) throws SQLException {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        try (PreparedStatement query = owner.prepareStatement(QUERY)) {
            query.setArray(1, owner.createArrayOf("text", schemas.toArray()));
            query.setArray(2, owner.createArrayOf("text", schemas.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.computeIfAbsent(rows.getString(1), any -> new ArrayList<>())
                            .add(new Column(rows.getString(2), rows.getString(3), rows.getString(4), rows.getInt(5)));
                }
            }
        }
        return columns.entrySet().stream()
                .map(table -> new Table(table.getKey(), table.getValue()))
                .toList();
    }
}
