package io.chom.theming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorTest {
    @Test
    void bothFormsOfHexAreReadAndOneIsWritten() {
        assertThat(Color.of("#3B82F6")).isEqualTo(new Color(0x3b, 0x82, 0xf6));
        assertThat(Color.of("#abc").hex()).isEqualTo("#aabbcc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "red", "3b82f6", "#3b82f", "#3b82f6f", "#ggg", "#fff;}", "url(#a)", "#fff\n", "rgb(1,2,3)"})
    void everythingElseIsRefused(String text) {
        assertThat(Color.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Color.of(text));
    }

    @Test
    void aChannelOutsideItsRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Color(256, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Color(0, -1, 0));
    }

    /** Ratios published with WCAG's own examples and checkers. */
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21.0",
        "#ffffff, #ffffff, 1.0",
        "#777777, #ffffff, 4.48",
        "#767676, #ffffff, 4.54",
        "#ff0000, #ffffff, 4.00",
        "#0000ff, #ffffff, 8.59",
        "#3b82f6, #ffffff, 3.68"
    })
    void contrastIsThatOfWcag(String one, String other, double ratio) {
        assertThat(Contrast.ratio(Color.of(one), Color.of(other)))
                .isEqualTo(Contrast.ratio(Color.of(other), Color.of(one)))
                .isBetween(ratio - 0.005, ratio + 0.005);
    }

    @Test
    void theLimitsOfAaAreExact() {
        assertThat(Contrast.isReadable(Color.of("#767676"), Color.WHITE)).isTrue();
        assertThat(Contrast.isReadable(Color.of("#777777"), Color.WHITE)).isFalse();
        assertThat(Contrast.isDiscernible(Color.of("#949494"), Color.WHITE)).isTrue();
        assertThat(Contrast.isDiscernible(Color.of("#959595"), Color.WHITE)).isFalse();
    }

    @Test
    void aColourComesBackFromOklchAsItWas() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (var count = 0; count < 10_000; count++) {
            var color = new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            assertThat(Oklch.of(color).color()).as("seed %d", seed).isEqualTo(color);
        }
    }

    @Test
    void oklchAgreesWithCssColor4() {
        var red = Oklch.of(Color.of("#ff0000"));
        assertThat(red.lightness()).isBetween(0.627, 0.629);
        assertThat(red.chroma()).isBetween(0.257, 0.258);
        assertThat(red.hue()).isBetween(29.2, 29.3);
    }
}
