package io.chom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** Starts the parts that the configuration leaves open, before any bean exists, and publishes their addresses. */
final class EmbeddedEnvironment implements EnvironmentPostProcessor, Ordered {

    /** The parts live in this process, but their log is not the portal's. */
    private static final Map<String, Object> QUIET = Map.of(
            "logging.level.org.apache.kafka", "warn",
            "logging.level.org.apache.kafka.clients.NetworkClient", "error",
            "logging.level.kafka", "warn",
            "logging.level.state.change.logger", "warn",
            "logging.level.com.icegreen", "warn");

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            EmbeddedSettings settings = EmbeddedSettings.of(environment);
            if (settings.enabled() && !settings.wanted().isEmpty()) {
                publish(settings, environment.getPropertySources());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
    }

    private static void publish(EmbeddedSettings settings, MutablePropertySources sources)
            throws IOException, InterruptedException {
        Map<String, Object> addresses = Map.copyOf(RunningParts.on(settings).ensure(settings.wanted()));
        sources.addFirst(new MapPropertySource("embedded parts", addresses));
        sources.addLast(new MapPropertySource("quiet embedded parts", QUIET));
    }
}
