package io.chom.tenants.developer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeySecretTest {

    @Test
    void a_key_is_read_back_and_shows_itself_to_nobody_else() {
        var secret = KeySecret.generate(new Random(7));
        var text = secret.reveal();
        assertThat(text).matches("ck_live_[0-9A-Za-z]{38}");
        assertThat(KeySecret.of(text).orElseThrow().hash()).isEqualTo(secret.hash());
        assertThat(secret.toString()).doesNotContain(text.substring(12, 40));
        assertThat(text).startsWith(secret.prefix()).endsWith(secret.last4());
    }

    @Test
    void one_wrong_character_anywhere_is_noticed() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        for (int i = 0; i < 10_000; i++) {
            String text = KeySecret.generate(random).reveal();
            int at = random.nextInt(text.length());
            char wrong = digits.charAt(random.nextInt(62));
            if (text.charAt(at) != wrong) {
                String typo = text.substring(0, at) + wrong + text.substring(at + 1);
                assertThat(KeySecret.of(typo)).as("seed %d, %s", seed, typo).isEmpty();
            }
        }
    }

    @Test
    void two_swapped_neighbours_are_noticed() {
        var text = KeySecret.generate(new Random(11)).reveal();
        for (int i = 8; i < text.length() - 1; i++) {
            if (text.charAt(i) != text.charAt(i + 1)) {
                String swapped = text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
                assertThat(KeySecret.of(swapped)).isEmpty();
            }
        }
    }

    @Test
    void keys_do_not_repeat() {
        Set<String> seen = new HashSet<>();
        var random = new java.security.SecureRandom();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(KeySecret.generate(random).reveal())).isTrue();
        }
    }

    @Test
    void hashes_compare_by_content() {
        var one = KeySecret.generate(new Random(1));
        var two = KeySecret.generate(new Random(2));
        assertThat(one.hash())
                .isEqualTo(one.hash())
                .hasSameHashCodeAs(one.hash())
                .isNotEqualTo(two.hash());
    }
}
