package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void gives_back_any_key_through_a_text_that_fits_into_an_address() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            String key = random.ints(random.nextInt(40), 0, 0x2FF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            Cursor cursor = Cursor.after(key);
            assertThat(cursor.text()).matches("[A-Za-z0-9_-]*");
            assertThat(new Cursor(cursor.text()).key()).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "a", "ä", "a b", "YQ==" + "x", "../.."})
    void refuses_a_text_that_no_list_gave_out(String text) {
        assertThatThrownBy(() -> new Cursor(text).key())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo("invalid-cursor"));
    }
}
