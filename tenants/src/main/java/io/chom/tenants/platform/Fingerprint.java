package io.chom.tenants.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether two requests, or two texts, are the same.
 *
 * @param hex SHA-256 in 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {

    public Fingerprint {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("A fingerprint has 64 hexadecimal digits.");
        }
    }

    /** Of a request's method, path with query, and body. */
    public static Fingerprint of(String method, String path, byte[] body) {
        MessageDigest digest = sha256();
        digest.update((method + " " + path + "\n").getBytes(UTF_8));
        return new Fingerprint(HexFormat.of().formatHex(digest.digest(body)));
    }

    /** Of a text. */
    public static Fingerprint of(String text) {
        return new Fingerprint(HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8))));
    }

    /** The 32 bytes of the digest. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
