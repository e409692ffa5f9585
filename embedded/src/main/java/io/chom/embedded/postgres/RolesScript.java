package io.chom.embedded.postgres;

import io.chom.embedded.part.PartFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The script that makes the roles, the very one that an administrator runs on a real server. It is written for psql; the
 * only thing of psql in it are variables such as {@code :'app_password'}.
 */
final class RolesScript {

    private static final String NAME = "config/postgres/roles.sql";

    private RolesScript() {}

    /** The SQL with each variable replaced by its value as a literal. */
    static String with(Map<String, String> variables) throws IOException {
        String sql = read();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            sql = sql.replace(":'" + variable.getKey() + "'", literal(variable.getValue()));
        }
        return sql;
    }

    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String read() throws IOException {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(NAME)) {
            if (in == null) {
                throw new PartFailed("%s is not on the class path, so PostgreSQL has no roles.".formatted(NAME));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
