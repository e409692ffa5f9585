package io.chom.tenants.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] OPEN = "what nobody is to read".getBytes(UTF_8);
    private static final byte[] HERE = "row 1".getBytes(UTF_8);

    private final Seals seals = new Seals(new SealProperties("one of many thirty-two characters"));
    private final Seal seal = seals.of("tests");

    @Test
    void opens_what_it_closed() {
        assertThat(seal.open(seal.close(OPEN, HERE), HERE)).contains(OPEN);
        assertThat(seals.of("tests").open(seal.close(OPEN, HERE), HERE)).contains(OPEN);
        assertThat(seal.close(OPEN, HERE)).isNotEqualTo(seal.close(OPEN, HERE));
    }

    @Test
    void opens_nothing_in_another_place_for_another_purpose_or_with_another_key() {
        byte[] closed = seal.close(OPEN, HERE);
        var others = new Seals(new SealProperties("another of many thirty-two characters"));

        assertThat(seal.open(closed, "row 2".getBytes(UTF_8))).isEmpty();
        assertThat(seals.of("other tests").open(closed, HERE)).isEmpty();
        assertThat(others.of("tests").open(closed, HERE)).isEmpty();
    }

    @Test
    void opens_nothing_that_was_changed() {
        byte[] closed = seal.close(OPEN, HERE);
        for (int at = 0; at < closed.length; at++) {
            byte[] changed = closed.clone();
            changed[at] ^= 1;
            assertThat(seal.open(changed, HERE)).as("byte %d", at).isEmpty();
        }
        assertThat(seal.open(new byte[0], HERE)).isEmpty();
        assertThat(seal.open(new byte[31], HERE)).isEmpty();
    }

    @Test
    void wants_a_key_that_cannot_be_guessed_and_never_shows_it() {
        assertThatThrownBy(() -> new SealProperties("short")).hasMessageContaining("chom.seal.key");
        assertThatThrownBy(() -> new SealProperties(" ".repeat(40))).hasMessageContaining("chom.seal.key");
        assertThat(new SealProperties("one of many thirty-two characters").toString())
                .doesNotContain("thirty");
    }
}
