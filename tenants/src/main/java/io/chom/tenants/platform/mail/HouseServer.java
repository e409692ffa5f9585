package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.mail.SmtpServer.Login;
import io.chom.tenants.platform.mail.SmtpServer.Tls;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The installation's own server, through which all mail goes whose brand has none. */
@Component
@EnableConfigurationProperties(MailProperties.class)
public final class HouseServer {

    private static final int SMTP = 25;
    private static final int SMTPS = 465;

    private final @Nullable SmtpServer server;
    private final String from;

    HouseServer(MailProperties properties) {
        this.server = properties.url() == null ? null : server(properties.url());
        this.from = properties.from();
    }

    /** The server; empty where no mail is sent. */
    public Optional<SmtpServer> server() {
        return Optional.ofNullable(server);
    }

    /** The address of a sender that has none of its own, on the brand's primary host. */
    public String from(String host) {
        return from.replace("{host}", host);
    }

    private static SmtpServer server(URI url) {
        boolean implicit = "smtps".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : implicit ? SMTPS : SMTP;
        Login login = login(url.getUserInfo());
        return new SmtpServer(url.getHost(), port, implicit ? Tls.IMPLICIT : tls(login), login);
    }

    /** A login goes over the wire encrypted or not at all. */
    private static Tls tls(@Nullable Login login) {
        return login == null ? Tls.OFFERED : Tls.STARTTLS;
    }

    private static @Nullable Login login(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        String[] parts = userInfo.split(":", 2);
        return new Login(parts[0], parts.length > 1 ? parts[1] : "");
    }
}
