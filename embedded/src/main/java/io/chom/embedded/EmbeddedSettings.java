package io.chom.embedded;

import io.chom.embedded.balancer.Gate;
import io.chom.embedded.keycloak.Database;
import io.chom.embedded.part.PartFailed;
import io.chom.embedded.part.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
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
 * @param ports gives out ports, the documented ones or free ones
 * @param fastPostgres whether PostgreSQL may lose data in a crash
 * @param gates ports of the proxy, none if no processes are to stand behind one
 * @param stripeNews where the program hears what Stripe tells; null where its port is not known yet
 * @param keycloakDatabase where Keycloak keeps its tables if PostgreSQL is not embedded, as far as it is configured
 */
record EmbeddedSettings(
        boolean enabled,
        Path dataDir,
        Path cacheDir,
        Set<PartName> wanted,
        Ports ports,
        boolean fastPostgres,
        List<Gate> gates,
        @Nullable URI stripeNews,
        Map<String, String> keycloakDatabase) {

    private static final String PARTS = "chom.embedded.parts";
    private static final String GATES = "chom.embedded.balancer";
    private static final String PORTS = "chom.embedded.ports";
    private static final String NEWS = "chom.embedded.stripe.news";

    /**
     * Reads them.
     *
     * @throws PartFailed if one makes no sense
     */
    static EmbeddedSettings of(Environment environment) throws PartFailed {
        return new EmbeddedSettings(
                environment.getProperty("chom.embedded.enabled", boolean.class, true),
                folder(environment, "chom.embedded.data-dir", ".data"),
                folder(environment, "chom.embedded.cache-dir", System.getProperty("user.home") + "/.cache/chom-portal"),
                wanted(environment),
                ports(environment),
                environment.getProperty("chom.embedded.postgres.fast", boolean.class, false),
                gates(environment),
                stripeNews(environment),
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

    /** By default the API at its documented port, where the platform's own portal answers under this name. */
    private static @Nullable URI stripeNews(Environment environment) {
        String address = environment.getProperty(NEWS);
        if (address != null) {
            return unset(address) ? null : URI.create(address);
        }
        int port = environment.getProperty("chom.api.port", int.class, 8081);
        int offset = environment.getProperty("chom.port-offset", int.class, 0);
        boolean isKnown = port != 0 && "fixed".equals(environment.getProperty(PORTS, "fixed"));
        return isKnown ? URI.create("http://localhost:%d/api/v1/stripe/events".formatted(port + offset)) : null;
    }

    private static Path folder(Environment environment, String name, String otherwise) {
        return Path.of(environment.getProperty(name, otherwise))
                .toAbsolutePath()
                .normalize();
    }

    private static Set<PartName> wanted(Environment environment) throws PartFailed {
        Set<PartName> wanted = EnumSet.noneOf(PartName.class);
        for (PartName part : named(environment)) {
            if (unset(environment.getProperty(part.setting()))) {
                wanted.add(part);
            }
        }
        if (gates(environment).isEmpty()) {
            wanted.remove(PartName.BALANCER);
        }
        return wanted;
    }

    private static List<Gate> gates(Environment environment) throws PartFailed {
        try {
            return Arrays.stream(environment.getProperty(GATES, String[].class, new String[0]))
                    .map(Gate::of)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new PartFailed(GATES + ": " + e.getMessage(), e);
        }
    }

    private static Set<PartName> named(Environment environment) throws PartFailed {
        String[] names = Binder.get(environment).bind(PARTS, String[].class).orElse(null);
        if (names == null) {
            return EnumSet.allOf(PartName.class);
        }
        Set<PartName> parts = EnumSet.noneOf(PartName.class);
        for (String name : names) {
            parts.add(named(name.strip()));
        }
        return parts;
    }

    private static PartName named(String name) throws PartFailed {
        for (PartName part : PartName.values()) {
            if (part.name().equalsIgnoreCase(name)) {
                return part;
            }
        }
        throw new PartFailed("%s knows %s, but not %s."
                .formatted(PARTS, Arrays.toString(PartName.values()).toLowerCase(Locale.ROOT), name));
    }

    private static boolean unset(@Nullable String address) {
        return !StringUtils.hasText(address);
    }

    private static Ports ports(Environment environment) throws PartFailed {
        String mode = environment.getProperty(PORTS, "fixed");
        return switch (mode) {
            case "fixed" -> Ports.fixed(environment.getProperty("chom.port-offset", int.class, 0));
            case "free" -> Ports.free();
            default -> throw new PartFailed(PORTS + " must be fixed or free, but is %s.".formatted(mode));
        };
    }
}
