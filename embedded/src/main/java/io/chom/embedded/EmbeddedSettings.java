package io.chom.embedded;

import io.chom.embedded.keycloak.Database;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What the configuration says about the embedded parts.
 *
 * @param enabled whether any part may start
 * @param dataDir the folder that survives a restart
 * @param cacheDir unpacked software
 * @param wanted the parts that may start and whose address is not configured
 * @param freePorts whether ports are picked at random
 * @param portOffset added to every documented port
 * @param fastPostgres whether PostgreSQL may lose data in a crash
 * @param keycloakDatabase where Keycloak keeps its tables if PostgreSQL is not embedded, as far as it is configured
 */
record EmbeddedSettings(
        boolean enabled,
        Path dataDir,
        Path cacheDir,
        Set<PartName> wanted,
        boolean freePorts,
        int portOffset,
        boolean fastPostgres,
        Map<String, String> keycloakDatabase) {

    static EmbeddedSettings of(Environment environment) {
        return new EmbeddedSettings(
                environment.getProperty("chom.embedded.enabled", boolean.class, true),
                folder(environment, "chom.embedded.data-dir", ".data"),
                folder(environment, "chom.embedded.cache-dir", System.getProperty("user.home") + "/.cache/chom-portal"),
                wanted(environment),
                freePorts(environment.getProperty("chom.embedded.ports", "fixed")),
                environment.getProperty("chom.port-offset", int.class, 0),
                environment.getProperty("chom.embedded.postgres.fast", boolean.class, false),
                keycloakDatabase(environment));
    }

    private static Map<String, String> keycloakDatabase(Environment environment) {
        Map<String, String> database = new HashMap<>();
        for (String name : List.of("url", "name", "password")) {
            String value = environment.getProperty(Database.SETTING + "." + name);
            if (value != null) {
                database.put(Database.SETTING + "." + name, value);
            }
        }
        return database;
    }

    private static Path folder(Environment environment, String name, String otherwise) {
        return Path.of(environment.getProperty(name, otherwise))
                .toAbsolutePath()
                .normalize();
    }

    private static Set<PartName> wanted(Environment environment) {
        Set<PartName> wanted = EnumSet.noneOf(PartName.class);
        Binder.get(environment)
                .bind("chom.embedded.parts", String[].class)
                .map(EmbeddedSettings::named)
                .orElseGet(() -> EnumSet.allOf(PartName.class))
                .stream()
                .filter(part -> unset(environment.getProperty(part.setting())))
                .forEach(wanted::add);
        return wanted;
    }

    private static Set<PartName> named(String[] names) {
        Set<PartName> parts = EnumSet.noneOf(PartName.class);
        for (String name : names) {
            parts.add(PartName.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        }
        return parts;
    }

    private static boolean unset(@Nullable String address) {
        return !StringUtils.hasText(address);
    }

    private static boolean freePorts(String mode) {
        return switch (mode) {
            case "fixed" -> false;
            case "free" -> true;
            default -> throw new IllegalArgumentException("chom.embedded.ports must be fixed or free, but is " + mode);
        };
    }
}
