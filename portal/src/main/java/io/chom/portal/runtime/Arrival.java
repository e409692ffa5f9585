package io.chom.portal.runtime;

import io.chom.portal.demo.Demo;
import io.chom.portal.demo.DemoRecord;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.Exceptions;

/** The last step of a start: the demo, if it is wanted, and the word that everything is there. */
final class Arrival {

    /** A first start unpacks and builds the identity provider, which takes most of a minute on two cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ConfigurableApplicationContext root;
    private final Addresses addresses;

    Arrival(ConfigurableApplicationContext root, Addresses addresses) {
        this.root = root;
        this.addresses = addresses;
    }

    void announce() {
        if (root.getEnvironment().getProperty("chom.demo", Boolean.class, false)) {
            Path folder = ReadyFile.folder(root.getEnvironment());
            new Announcement(root.getEnvironment(), addresses).make(founded(Demo.on(root, folder)));
        }
    }

    /** What fails before is reported by the framework; nobody but this says a word of what fails here. */
    private static DemoRecord founded(Demo demo) {
        try {
            return demo.found().blockOptional(PATIENCE).orElse(DemoRecord.NONE);
        } catch (RuntimeException e) {
            Throwable reason = Exceptions.isRetryExhausted(e) && e.getCause() != null ? e.getCause() : e;
            System.err.println("  ✗ The demo could not be founded: " + reason);
            throw e;
        }
    }
}
