package io.chom.portal.runtime;

import io.chom.tenants.ApiApplication;
import io.chom.tenants.TenantsApplication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One start of the program. */
public final class Launch {

    private final String[] arguments;
    private final ConfigurableApplicationContext root;
    private final Addresses addresses;

    private Launch(String... arguments) {
        this.arguments = arguments;
        this.root = new SpringApplicationBuilder(TenantsApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(new AddressCheck())
                .run(arguments);
        this.addresses = Addresses.of(root.getEnvironment());
        ReadyFile.forget(root.getEnvironment());
        Parent.leadsAway(root.getEnvironment());
    }

    /** Starts every role that the settings name and announces the addresses. */
    public static ConfigurableApplicationContext with(String... arguments) {
        var launch = new Launch(arguments);
        launch.startRoles();
        return launch.root;
    }

    private void startRoles() {
        Set<String> roles = Set.of(root.getEnvironment().getProperty("chom.roles", String[].class, new String[] {}));
        var prepared = Preparations.begin(root);
        List<ConfigurableApplicationContext> doors = new ArrayList<>();
        if (roles.contains("api")) {
            doors.add(start(ApiApplication.class, WebApplicationType.REACTIVE, apiSettings()));
        }
        if (roles.contains("ui")) {
            doors.add(start(UiApplication.class, WebApplicationType.SERVLET, uiSettings()));
        }
        prepared.join();
        // The last one, so that nobody is told of readiness while a door is still shut.
        var management = start(
                ManagementApplication.class, WebApplicationType.REACTIVE, ManagementApplication.settings(addresses));
        root.addApplicationListener(new Departure(root, management, doors, notice()));
        new Arrival(root, addresses).announce();
    }

    private Duration notice() {
        return root.getEnvironment().getProperty("chom.shutdown.notice", Duration.class, Duration.ZERO);
    }

    private ConfigurableApplicationContext start(Class<?> application, WebApplicationType type, List<String> settings) {
        String[] all =
                Stream.concat(Arrays.stream(arguments), settings.stream()).toArray(String[]::new);
        return new SpringApplicationBuilder(application).parent(root).web(type).run(all);
    }

    private List<String> apiSettings() {
        return List.of(
                "--server.port=" + addresses.apiPort(),
                "--management.server.port=-1",
                "--spring.autoconfigure.exclude=" + String.join(",", ManagementApplication.NO_SECURITY));
    }

    private List<String> uiSettings() {
        return List.of("--server.port=" + addresses.uiPort(), "--management.server.port=-1");
    }
}
