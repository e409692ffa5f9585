package io.chom.tenants.platform;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes bytes so that nobody without the key reads them, and so that every change is noticed: AES-256 in GCM (NIST
 * SP 800-38D) with a random nonce of 128 bits in front and a tag of 128 bits at the end.
 */
public final class Seal {

    private static final int NONCE_BYTES = 16;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private Seal(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * The seal for a purpose.
     *
     * @param secret what its key is made of, as {@link Derivation} wants it
     * @param purpose what is sealed; seals of different purposes do not open one another
     */
    public static Seal of(byte[] secret, String purpose) {
        return new Seal(new SecretKeySpec(Derivation.key(secret, purpose), "AES"));
    }

    /**
     * Closes the bytes.
     *
     * @param place what they belong to, such as the id of their row; they cannot be opened in another place
     */
    public byte[] close(byte[] open, byte[] place) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(open);
            return ByteBuffer.allocate(nonce.length + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes that were closed for this place; empty when it was with another key, for another place, or is changed. */
    public Optional<byte[]> open(byte[] sealed, byte[] place) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] closed = new byte[parts.remaining()];
        parts.get(closed);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(closed));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }
}
