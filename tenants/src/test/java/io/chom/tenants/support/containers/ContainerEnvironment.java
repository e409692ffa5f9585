package io.chom.tenants.support.containers;

import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Puts containers where a test asks for embedded parts, before those look: a part with an address is not started. */
final class ContainerEnvironment implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String[] parts = environment.getProperty("chom.embedded.parts", String[].class, new String[] {});
        if (Servers.wanted() && environment.getProperty("chom.embedded.enabled", boolean.class, true)) {
            String world = environment.getProperty("chom.embedded.data-dir", "");
            Map<String, String> settings = Servers.of(world).settings(Server.among(List.of(parts)));
            environment.getPropertySources().addFirst(new MapPropertySource("containers", Map.copyOf(settings)));
        }
    }
}
