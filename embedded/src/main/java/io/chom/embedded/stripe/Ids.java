package io.chom.embedded.stripe;

import java.security.SecureRandom;

/** Ids as Stripe makes them. */
final class Ids {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** The prefix and 24 characters by chance. */
    static String next(String prefix) {
        return prefix + random(24);
    }

    static String random(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .collect(
                        StringBuilder::new, (text, index) -> text.append(ALPHABET.charAt(index)), StringBuilder::append)
                .toString();
    }
}
