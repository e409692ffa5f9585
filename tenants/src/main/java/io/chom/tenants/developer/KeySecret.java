package io.chom.tenants.developer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A key as its owner holds it: {@code ck_live_}, 32 random letters and digits (190 bits), and six more that check the
 * rest, so that a typo is refused without asking anybody. Never stored, never logged.
 */
public final class KeySecret {

    private static final String KIND = "ck_live_";
    private static final int RANDOM = 32;
    private static final int CHECK = 6;
    private static final int LENGTH = KIND.length() + RANDOM + CHECK;
    private static final Pattern FORM = Pattern.compile(KIND + "[0-9A-Za-z]{" + (RANDOM + CHECK) + "}");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final String text;

    private KeySecret(String text) {
        this.text = text;
    }

    /** A new one. The generator has to be a secure one. */
    static KeySecret generate(RandomGenerator random) {
        String payload = KIND
                + random.ints(RANDOM, 0, DIGITS.length())
                        .mapToObj(DIGITS::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining());
        return new KeySecret(payload + check(payload));
    }

    /** Reads a key that somebody sent; empty if it cannot be one, be it by a typo. */
    public static Optional<KeySecret> of(String text) {
        return text.length() == LENGTH
                        && FORM.matcher(text).matches()
                        && check(text.substring(0, LENGTH - CHECK)).equals(text.substring(LENGTH - CHECK))
                ? Optional.of(new KeySecret(text))
                : Optional.empty();
    }

    private static String check(String payload) {
        var crc = new CRC32();
        crc.update(payload.getBytes(StandardCharsets.US_ASCII));
        var check = new StringBuilder();
        for (long rest = crc.getValue(); check.length() < CHECK; rest /= DIGITS.length()) {
            check.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return check.reverse().toString();
    }

    /** The key itself, for the one moment in which its owner sees it. */
    public String reveal() {
        return text;
    }

    /** Its beginning, by which its owner tells it from others. */
    String prefix() {
        return text.substring(0, KIND.length() + 4);
    }

    /** Its end; part of the check, so it gives nothing of the random part away. */
    String last4() {
        return text.substring(LENGTH - 4);
    }

    KeyHash hash() {
        try {
            return new KeyHash(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Never the key: it would end in a log. */
    @Override
    public String toString() {
        return prefix() + "…" + last4();
    }
}
