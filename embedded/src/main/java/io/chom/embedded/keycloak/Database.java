package io.chom.embedded.keycloak;

import io.chom.embedded.part.PartFailed;
import java.util.Map;

/**
 * Where Keycloak keeps its tables.
 *
 * @param url a JDBC address
 * @param name the role that owns the tables
 * @param password its password
 */
public record Database(String url, String name, String password) {

    /** The properties {@code .url}, {@code .name} and {@code .password} begin with this. */
    public static final String SETTING = "chom.embedded.keycloak.db";

    /**
     * Reads the three properties.
     *
     * @throws PartFailed if one is missing
     */
    public static Database of(Map<String, String> properties) throws PartFailed {
        return new Database(value(properties, "url"), value(properties, "name"), value(properties, "password"));
    }

    private static String value(Map<String, String> properties, String name) throws PartFailed {
        String value = properties.get(SETTING + "." + name);
        if (value == null) {
            throw new PartFailed(
                    "Keycloak needs a database beside the PostgreSQL of yours: set %s.%s, or chom.keycloak.url to a server of yours."
                            .formatted(SETTING, name));
        }
        return value;
    }
}
