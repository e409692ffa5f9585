package io.chom.tenants.tenancy.senders;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.platform.Seal;
import io.chom.tenants.platform.Seals;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.SmtpServer;
import io.chom.tenants.platform.mail.SmtpServer.Login;
import io.chom.tenants.tenancy.senders.MailSenderSettings.OwnServer;
import io.chom.tenants.tenancy.senders.MailSenders.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals the password of a brand owner’s mail server to its owner, server and user: it opens for nothing else. */
@Component
class MailServerSeal {

    private final Seal seal;

    MailServerSeal(Seals seals) {
        this.seal = seals.of("mail server password");
    }

    byte[] close(TenantId owner, OwnServer server, String password) {
        return seal.close(password.getBytes(UTF_8), place(owner, server));
    }

    /** The server with its login; null when the owner has none. */
    @Nullable
    SmtpServer open(TenantId owner, Stored stored) {
        OwnServer server = stored.settings().server();
        return server == null
                ? null
                : new SmtpServer(server.host(), server.port(), server.tls(), login(owner, server, stored.sealed()));
    }

    private @Nullable Login login(TenantId owner, OwnServer server, byte @Nullable [] sealed) {
        if (server.user() == null || sealed == null) {
            return null;
        }
        byte[] password = seal.open(sealed, place(owner, server))
                .orElseThrow(() -> new IllegalStateException(
                        "The mail server password of " + owner + " was sealed with another chom.seal.key."));
        return new Login(server.user(), new String(password, UTF_8));
    }

    /** Whoever could name another server for it would be told the password. */
    private static byte[] place(TenantId owner, OwnServer server) {
        return String.join(" ", owner.toString(), server.host(), String.valueOf(server.port()), server.user())
                .getBytes(UTF_8);
    }
}
