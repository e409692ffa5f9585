package io.chom.tenants.tenancy.senders;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.mail.Sender;
import io.chom.tenants.platform.mail.SmtpServer.Tls;
import io.chom.tenants.tenancy.HostName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a brand’s owner wants to send. What is missing is the brand’s own or the installation’s.
 *
 * @param name what recipients read as the sender
 * @param replyTo where answers go
 * @param address of a domain of the owner; used once that is verified
 * @param server the owner’s own server
 * @param verification of the address’s domain; null while that is not verified
 */
public record MailSenderSettings(
        @Nullable String name,
        @Nullable EmailAddress replyTo,
        @Nullable EmailAddress address,
        @Nullable OwnServer server,
        @Nullable Verification verification) {

    /** An owner who has chosen nothing. */
    public static final MailSenderSettings NONE = new MailSenderSettings(null, null, null, null, null);

    /** @throws IllegalArgumentException if the name cannot be a sender’s */
    public MailSenderSettings {
        if (name != null && !Sender.isName(name)) {
            throw new IllegalArgumentException("A sender’s name has 1–60 characters on one line, none invisible.");
        }
    }

    /**
     * A server as it is shown: its password stays where it is.
     *
     * @param host its name or address, 1–253 characters
     * @param port 1–65535
     * @param tls how the way to it is encrypted
     * @param user as whom we log in; null where it asks nobody
     */
    public record OwnServer(
            String host, int port, Tls tls, @Nullable String user) {

        /** @throws IllegalArgumentException if a part is out of range, or the user’s password would go over an open way */
        public OwnServer {
            if (host.isBlank() || host.length() > 253 || port < 1 || port > 65535) {
                throw new IllegalArgumentException(
                        "A mail server has a name of 1–253 characters and a port of 1–65535.");
            }
            if (user != null && (user.isEmpty() || user.length() > 200 || tls == Tls.OFFERED)) {
                throw new IllegalArgumentException(
                        "A user has 1–200 characters and logs in over an encrypted connection only.");
            }
        }
    }

    /**
     * Proof that a domain’s mail may be sent by us.
     *
     * @param domain which
     * @param at when it was proved
     * @param evidence what was found, at most 2,000 characters
     */
    public record Verification(HostName domain, Instant at, String evidence) {}

    /** Whether the owner has chosen nothing. */
    public boolean isNone() {
        return wishes().equals(NONE);
    }

    /** What the owner has chosen, without the proof that was found for it. */
    public MailSenderSettings wishes() {
        return new MailSenderSettings(name, replyTo, address, server, null);
    }

    /** The address, if its domain is the one that was proved. */
    @Nullable
    EmailAddress provedAddress() {
        return address != null
                        && verification != null
                        && domain(address).equals(verification.domain().value())
                ? address
                : null;
    }

    /** The domain of an address. */
    static String domain(EmailAddress address) {
        return address.value().substring(address.value().indexOf('@') + 1);
    }
}
