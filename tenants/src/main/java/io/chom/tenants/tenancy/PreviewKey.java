package io.chom.tenants.tenancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What opens the preview of a draft: 256 random bits, written in the 43 characters of an address. Never stored or logged. */
public final class PreviewKey {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{43}");

    private final String text;

    private PreviewKey(String text) {
        this.text = text;
    }

    /** A new one. The generator has to be a secure one. */
    static PreviewKey generate(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new PreviewKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads a key out of an address; empty if it cannot be one. */
    public static Optional<PreviewKey> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PreviewKey(text)) : Optional.empty();
    }

    /** The key itself, for the address that is made of it. */
    public String reveal() {
        return text;
    }

    /** Its SHA-256. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** Never the key: it would end in a log. */
    @Override
    public String toString() {
        return "preview key";
    }
}
