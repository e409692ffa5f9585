package io.chom.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * An application with nothing in it but the embedded parts, as any other module meets them: by properties only.
 *
 * @param context the application
 * @param data the data directory
 */
record Embedded(ConfigurableApplicationContext context, Path data) implements AutoCloseable {

    private static final class Nothing {}

    static Embedded start(Path data, String... arguments) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of(
                "chom.embedded.data-dir", data.toString(),
                "chom.embedded.ports", "free",
                "chom.embedded.postgres.fast", "true"));
        application.addInitializers(Embedded::failIfAsked);
        return new Embedded(application.run(arguments), data);
    }

    private static void failIfAsked(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty("test.fail", boolean.class, false)) {
            throw new IllegalStateException("failing as asked");
        }
    }

    String property(String name) {
        return environment().getRequiredProperty(name);
    }

    Environment environment() {
        return context.getEnvironment();
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + property("chom.postgres.url"),
                property("chom.postgres." + role + ".name"),
                property("chom.postgres." + role + ".password"));
    }

    /** Closes the application and stops the parts, as the end of the process would. */
    @Override
    public void close() {
        context.close();
        RunningParts.stopAll();
    }
}
