package io.chom.portal.session;

import io.chom.tenants.identity.SessionTicket;
import io.chom.tenants.platform.Derivation;
import io.chom.tenants.platform.Seal;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Seals what a log-in told with the session's own id, the 128 random bits in its cookie, and opens it again. Mark and key
 * come out of the id for different purposes, so that neither tells of the other.
 */
final class TicketSeal {

    /** The key itself belongs to one session, so the ticket needs no other place. */
    private static final byte[] ANYWHERE = {};

    private TicketSeal() {}

    /**
     * What a ticket holds.
     *
     * @param host where the session was opened; it counts nowhere else
     * @param organisation where the person works
     * @param token the ID token, as the identity provider sent it
     */
    record Contents(HostName host, TenantId organisation, String token) {}

    /** @param secret the session's id */
    static SessionTicket close(String secret, Contents contents) {
        byte[] text = String.join(
                        " ", contents.host().value(), contents.organisation().toString(), contents.token())
                .getBytes(StandardCharsets.UTF_8);
        return new SessionTicket(
                mark(secret), Base64.getEncoder().encodeToString(seal(secret).close(text, ANYWHERE)));
    }

    /** Empty for a ticket of another session, and for one that somebody has changed. */
    static Optional<Contents> open(String secret, SessionTicket ticket) {
        try {
            return seal(secret)
                    .open(Base64.getDecoder().decode(ticket.sealed()), ANYWHERE)
                    .map(TicketSeal::read);
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }

    private static Contents read(byte[] text) {
        String[] parts = new String(text, StandardCharsets.UTF_8).split(" ", 3);
        return new Contents(new HostName(parts[0]), TenantId.of(parts[1]), parts[2]);
    }

    /** By which the ticket of the session with this id is found. */
    static String mark(String secret) {
        return HexFormat.of().formatHex(Derivation.key(bytes(secret), "session mark"));
    }

    private static Seal seal(String secret) {
        return Seal.of(bytes(secret), "session seal");
    }

    private static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.US_ASCII);
    }
}
