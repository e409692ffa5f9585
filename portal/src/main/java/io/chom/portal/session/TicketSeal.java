package io.chom.portal.session;

import io.chom.tenants.identity.SessionTicket;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Seals what a log-in told with the session's own id, the 128 random bits in its cookie, and opens it again. Mark and key
 * come out of the id by HKDF (RFC 5869) for different purposes, so that neither tells of the other; the seal is AES-256 in
 * GCM, which also notices every change.
 */
final class TicketSeal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;

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
                mark(secret), Base64.getEncoder().encodeToString(cipher(secret).encrypt(text)));
    }

    /** Empty for a ticket of another session, and for one that somebody has changed. */
    static Optional<Contents> open(String secret, SessionTicket ticket) {
        try {
            byte[] sealed = Base64.getDecoder().decode(ticket.sealed());
            if (sealed.length < NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] text = cipher(secret).decrypt(sealed);
            String[] parts = new String(text, StandardCharsets.UTF_8).split(" ", 3);
            return Optional.of(new Contents(new HostName(parts[0]), TenantId.of(parts[1]), parts[2]));
        } catch (IllegalStateException | IllegalArgumentException changed) {
            return Optional.empty();
        }
    }

    /** By which the ticket of the session with this id is found. */
    static String mark(String secret) {
        try {
            return HexFormat.of().formatHex(hkdf().deriveData(purpose("session mark", secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AesBytesEncryptor cipher(String secret) {
        try {
            SecretKey key = hkdf().deriveKey("AES", purpose("session seal", secret));
            return new AesBytesEncryptor(
                    key, KeyGenerators.secureRandom(NONCE_BYTES), AesBytesEncryptor.CipherAlgorithm.GCM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KDF hkdf() throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256");
    }

    private static HKDFParameterSpec purpose(String purpose, String secret) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(secret.getBytes(StandardCharsets.US_ASCII))
                .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
    }
}
