package io.chom.portal.runtime;

import io.chom.portal.demo.Demo;
import io.chom.portal.demo.DemoRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/** The last step of a start: the demo, if it is wanted, and the words and the file that say where everything is. */
final class Arrival {

    /** A first start unpacks and builds the identity provider, which takes most of a minute on two cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ConfigurableApplicationContext root;
    private final Addresses addresses;

    Arrival(ConfigurableApplicationContext root, Addresses addresses) {
        this.root = root;
        this.addresses = addresses;
    }

    void announce() {
        if (root.getEnvironment().getProperty("chom.demo", Boolean.class, false)) {
            DemoRecord demo = Demo.on(root).found().block(PATIENCE);
            try {
                new ReadyFile(root.getEnvironment(), addresses).write(demo == null ? DemoRecord.NONE : demo);
            } catch (IOException e) {
                throw new UncheckedIOException("The file ready.json cannot be written", e);
            }
        }
    }
}
