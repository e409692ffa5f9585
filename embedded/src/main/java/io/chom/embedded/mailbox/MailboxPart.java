package io.chom.embedded.mailbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.chom.embedded.part.Part;
import io.chom.embedded.part.Site;
import io.chom.embedded.web.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An SMTP server for every sender and recipient, and a web server to read what came. */
public final class MailboxPart implements Part {

    private static final String SETTING = "chom.smtp.url";

    private final Site site;
    private @Nullable GreenMail smtp;
    private @Nullable LocalServer web;

    /** @param site where the mails are kept */
    public MailboxPart(Site site) {
        this.site = site;
    }

    @Override
    public String label() {
        return "Mailbox";
    }

    @Override
    public Map<String, String> start() throws IOException {
        int smtpPort = site.ports().claim(1025, label(), SETTING);
        int webPort = site.ports().claim(8025, label(), SETTING);
        MessageFolder folder =
                new MessageFolder(Files.createDirectories(site.data().resolve("mailbox")));
        smtp = receiving(folder, smtpPort);
        web = LocalServer.start(webPort, new MailboxSite(folder)::answer);
        return Map.of(
                SETTING, "smtp://127.0.0.1:" + smtpPort, "chom.embedded.mailbox-url", "http://localhost:" + webPort);
    }

    @Override
    public void stop() {
        GreenMail receiver = smtp;
        smtp = null;
        if (receiver != null) {
            receiver.stop();
        }
        LocalServer reader = web;
        web = null;
        if (reader != null) {
            reader.close();
        }
    }

    private static GreenMail receiving(MessageFolder folder, int port) {
        GreenMail receiver = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        GreenMail open = receiver.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        open.getUserManager()
                .setMessageDeliveryHandler(
                        new Delivery(folder, open.getManagers().getImapHostManager()));
        open.start();
        return open;
    }
}
