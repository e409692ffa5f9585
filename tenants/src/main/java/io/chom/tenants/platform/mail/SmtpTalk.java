package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.egress.PinnedSockets;
import io.chom.tenants.platform.mail.Delivery.Delivered;
import io.chom.tenants.platform.mail.SmtpServer.Login;
import io.chom.tenants.platform.mail.SmtpServer.Tls;
import io.chom.theming.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One conversation with an SMTP server (RFC 5321). Blocks. */
final class SmtpTalk {

    private static final int LONGEST = 300;

    private final SmtpServer server;
    private final PinnedSockets sockets;
    private final Duration patience;

    SmtpTalk(SmtpServer server, PinnedSockets sockets, Duration patience) {
        this.server = server;
        this.sockets = sockets;
        this.patience = patience;
    }

    Delivery deliver(Parcel parcel) {
        try {
            return deliver(parcel, MessageWriter.message(parcel));
        } catch (MessagingException stopped) {
            return SmtpFaults.of(stopped);
        }
    }

    private Delivery deliver(Parcel parcel, MimeMessage message) throws MessagingException {
        Session session = Session.getInstance(settings(parcel));
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            Login login = server.login();
            transport.connect(
                    server.host(),
                    server.port(),
                    login == null ? null : login.user(),
                    login == null ? null : login.password());
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivered(line(transport.getLastServerResponse()));
        }
    }

    private Properties settings(Parcel parcel) {
        var settings = new Properties();
        settings.put("mail.smtp.socketFactory", sockets);
        settings.put("mail.smtp.connectiontimeout", millis());
        settings.put("mail.smtp.timeout", millis());
        settings.put("mail.smtp.writetimeout", millis());
        settings.put("mail.smtp.localhost", parcel.host());
        settings.put("mail.smtp.from", parcel.from().value());
        settings.put("mail.smtp.auth", String.valueOf(server.login() != null));
        settings.put("mail.smtp.ssl.enable", String.valueOf(server.tls() == Tls.IMPLICIT));
        settings.put("mail.smtp.starttls.enable", String.valueOf(server.tls() != Tls.IMPLICIT));
        settings.put("mail.smtp.starttls.required", String.valueOf(server.tls() == Tls.STARTTLS));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        // The server's farewell tells nothing, and some let one wait for it.
        settings.put("mail.smtp.quitwait", "false");
        return settings;
    }

    private String millis() {
        return String.valueOf(patience.toMillis());
    }

    /** What a server said, on one line without anything invisible, cut where it is too long. */
    static String line(@Nullable String said) {
        String line = said == null ? "" : PlainText.cleaned(said);
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }
}
