package io.chom.tenants.platform.mail;

import org.jspecify.annotations.Nullable;

/**
 * A server that takes mails.
 *
 * @param host its name or address
 * @param port 1–65535
 * @param tls how the way to it is encrypted
 * @param login as whom; null where it asks nobody. Goes over an encrypted way only
 */
public record SmtpServer(
        String host, int port, Tls tls, @Nullable Login login) {

    /** How the way to a server is encrypted. */
    public enum Tls {
        /** Not at all; only if the server offers it. */
        OFFERED,
        /** After {@code STARTTLS} (RFC 3207), or the mail is not sent. */
        STARTTLS,
        /** From the first byte (RFC 8314). */
        IMPLICIT
    }

    /**
     * A user of the server. Never printed.
     *
     * @param user 1–200 characters
     * @param password 1–200 characters
     */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "(login)";
        }
    }

    public SmtpServer {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A port is 1–65535.");
        }
        if (login != null && tls == Tls.OFFERED) {
            throw new IllegalArgumentException("A login goes over an encrypted way only.");
        }
    }
}
