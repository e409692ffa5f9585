package io.chom.portal.runtime;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Asks each configured server whether it is there, so that a wrong address is one clear line and not a stack trace. */
class AddressCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int TIMEOUT_MILLIS = 3_000;

    private static final Map<String, Integer> STANDARD_PORTS =
            Map.of("postgresql", 5432, "smtp", 25, "smtps", 465, "http", 80, "https", 443, "kafka", 9092);

    /** What the embedded module calls the addresses of the parts that it has started itself. */
    private static final String EMBEDDED = "embedded parts";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        check(settings, "chom.postgres.url", "");
        check(settings, "chom.kafka.bootstrap-servers", "kafka://");
        check(settings, "chom.keycloak.url", "");
        check(settings, "chom.smtp.url", "");
        PublicAddress.check(settings, isEmbedded(settings, "chom.keycloak.url"));
    }

    private static void check(ConfigurableEnvironment settings, String name, String scheme) {
        if (isEmbedded(settings, name)) {
            return;
        }
        String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new AddressProblem(name, "is not set. Give the server's address, or start portal-embedded.jar.");
        }
        for (String one : value.split(",")) {
            connect(name, uri(name, scheme + one.strip()));
        }
    }

    private static boolean isEmbedded(ConfigurableEnvironment settings, String name) {
        var embedded = settings.getPropertySources().get(EMBEDDED);
        return embedded != null && embedded.containsProperty(name);
    }

    private static URI uri(String name, String value) {
        try {
            URI uri = URI.create(value);
            if (uri.getHost() != null && STANDARD_PORTS.containsKey(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new AddressProblem(name, "is not an address: " + value + ".");
        }
        throw new AddressProblem(name, "is not an address: " + value + ".");
    }

    private static void connect(String name, URI uri) {
        int port = uri.getPort() < 0 ? STANDARD_PORTS.get(uri.getScheme()) : uri.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), port), TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw new AddressProblem(name, "points to " + uri.getHost() + ":" + port + ", where nothing answers.");
        }
    }
}
