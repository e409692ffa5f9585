package io.chom.portal.runtime;

import io.chom.portal.demo.DemoRecord;
import io.chom.portal.demo.DemoRecord.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.env.Environment;

/** The words at the terminal and the file that say where everything is. */
public final class Announcement {

    private final Environment settings;
    private final Addresses addresses;

    /** @param addresses as people and programs reach them */
    public Announcement(Environment settings, Addresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    /** Takes back what an earlier start has announced. */
    public void withdraw() {
        ReadyFile.forget(settings);
    }

    /** Writes the file, and says the same. */
    public void make(DemoRecord demo) {
        try {
            new ReadyFile(settings, addresses).write(demo);
        } catch (IOException e) {
            throw new UncheckedIOException("The file ready.json cannot be written", e);
        }
        say(demo);
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
                settings.getProperty("chom.embedded.mailbox-url", "–"));
        System.out.println("\n  Log in as");
        demo.users().forEach(Announcement::say);
        System.out.println("\n  Ready. Everything is in ready.json too. Ctrl-C stops it.");
    }

    private static void say(User user) {
        System.out.printf("  %-9s %-24s %-16s %s%n", user.role(), user.email(), user.password(), "at " + user.host());
    }
}
