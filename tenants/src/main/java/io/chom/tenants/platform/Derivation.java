package io.chom.tenants.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** Makes keys out of one secret, a different one for each purpose, by HKDF with SHA-256 (RFC 5869): none tells of another. */
public final class Derivation {

    /** Length of a key. */
    static final int BYTES = 32;

    private Derivation() {}

    /**
     * The key for a purpose; the same for the same arguments.
     *
     * @param secret at least 128 random bits, in whatever form
     * @param purpose in ASCII, such as {@code session mark}
     * @return 32 bytes
     */
    public static byte[] key(byte[] secret, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(purpose.getBytes(US_ASCII), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 25 has HKDF.", e);
        }
    }
}
