package io.chom.portal.runtime;

import io.chom.portal.demo.Demo;
import io.chom.portal.demo.DemoRecord;
import io.chom.portal.demo.DemoRecord.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/** The last step of a start: the demo, if it is wanted, and the words and the file that say where everything is. */
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
            DemoRecord demo =
                    Demo.on(root, folder).found().blockOptional(PATIENCE).orElse(DemoRecord.NONE);
            write(demo);
            say(demo);
        }
    }

    private void write(DemoRecord demo) {
        try {
            new ReadyFile(root.getEnvironment(), addresses).write(demo);
        } catch (IOException e) {
            throw new UncheckedIOException("The file ready.json cannot be written", e);
        }
    }

    private void say(DemoRecord demo) {
        String addressesLine = """

                  Acme Hosting   http://acme.localhost:%1$d      API  http://acme.localhost:%2$d/api/v1/docs
                  Nimbus Cloud   http://nimbus.localhost:%1$d    API  http://nimbus.localhost:%2$d/api/v1/docs
                  The platform   http://localhost:%1$d
                  Mailbox        %4$s           Health  http://localhost:%3$d/health
                """;
        System.out.printf(
                addressesLine,
                addresses.uiPort(),
                addresses.apiPort(),
                addresses.managementPort(),
                root.getEnvironment().getProperty("chom.embedded.mailbox-url", "–"));
        System.out.println("\n  Log in as");
        demo.users().forEach(Arrival::say);
        System.out.println("\n  Ready. Everything is in ready.json too. Ctrl-C stops it.");
    }

    private static void say(User user) {
        System.out.printf("  %-9s %-24s %-16s %s%n", user.role(), user.email(), user.password(), "at " + user.host());
    }
}
