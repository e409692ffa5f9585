package io.chom.theming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BrandTokensTest {
    private static final int LOOKS = 2_000;

    @Test
    void noLookWhateverItsColoursHasAnUnreadablePairInEitherScheme() {
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (var count = 0; count < LOOKS; count++) {
            var look = look(random);
            var tokens = BrandTokens.of(look);
            for (var scheme : Scheme.values()) {
                assertThat(Readability.pairs())
                        .as("seed %d, %s, %s", seed, look, scheme)
                        .allMatch(pair -> pair.holdsIn(tokens.palette(scheme)));
            }
        }
    }

    @Test
    void theCornersOfTheColourCubeAreReadableToo() {
        for (var rgb = 0; rgb < 8; rgb++) {
            var color = new Color(255 * (rgb >> 2), 255 * (rgb >> 1 & 1), 255 * (rgb & 1));
            var tokens = BrandTokens.of(look(color, color));
            assertThat(tokens.adjustments()).allMatch(Adjustment::isVisible);
        }
    }

    @Test
    void aPaletteWithAnUnreadablePairDoesNotExist() {
        var light = BrandTokens.of(Look.DEFAULT).light();
        var spoilt = new java.util.EnumMap<Token, Color>(Token.class);
        for (var token : Token.values()) {
            spoilt.put(token, light.color(token));
        }
        spoilt.put(Token.MUTED, Color.of("#aaaaaa"));
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new Palette(spoilt))
                .withMessageContaining("MUTED");
    }

    @Test
    void aColourThatHadToMoveIsReportedWithItsDistance() {
        var yellow = Color.of("#facc15");
        var tokens = BrandTokens.of(look(yellow, Color.WHITE));
        assertThat(tokens.adjustments()).anySatisfy(moved -> {
            assertThat(moved.token()).isEqualTo(Token.ACCENT);
            assertThat(moved.scheme()).isEqualTo(Scheme.LIGHT);
            assertThat(moved.asked()).isEqualTo(yellow);
            assertThat(moved.lightness()).isNegative();
        });
    }

    @Test
    void anAccentThatCanBeReadStaysAsItWasChosen() {
        var tokens = BrandTokens.of(look(Color.of("#4f46e5"), Color.WHITE));
        assertThat(tokens.light().color(Token.ACCENT)).isEqualTo(Color.of("#4f46e5"));
        assertThat(tokens.adjustments())
                .noneMatch(moved -> moved.token() == Token.ACCENT && moved.scheme() == Scheme.LIGHT);
    }

    private static Look look(Random random) {
        return look(color(random), color(random));
    }

    private static Look look(Color accent, Color background) {
        return new Look(accent, background, BrandFont.INTER, Corners.SOFT, ColorMode.AUTO);
    }

    private static Color color(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
