package io.chom.theming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClashTest {
    private static final int BRANDS = 1_000;

    @Test
    void ofAThousandBrandsNoneIsRenderedWithAPairThatCannotBeRead() {
        var random = new Random(20_260_401);
        var pairs = 0;
        for (var count = 0; count < BRANDS; count++) {
            var tokens = BrandTokens.of(look(random));
            for (var scheme : Scheme.values()) {
                var palette = tokens.palette(scheme);
                for (var pair : Readability.pairs()) {
                    assertThat(Contrast.ratio(palette.color(pair.front()), palette.color(pair.back())))
                            .as("%s %s %s", tokens.look(), scheme, pair)
                            .isGreaterThanOrEqualTo(pair.least());
                    pairs++;
                }
            }
        }
        assertThat(pairs).isEqualTo(BRANDS * 2 * Readability.pairs().size());
    }

    @Test
    void theRuleThatBlocksAndTheTokensAgree() {
        var random = new Random(20_260_402);
        var blocked = 0;
        for (var count = 0; count < BRANDS; count++) {
            var tokens = BrandTokens.of(look(random));
            var look = tokens.look();
            var scheme = look.mode() == ColorMode.DARK ? Scheme.DARK : Scheme.LIGHT;
            var given = tokens.palette(scheme).color(Token.ACCENT);
            var clashes = Clash.of(tokens);
            if (clashes.isEmpty()) {
                assertThat(Math.abs(Oklch.of(given).lightness()
                                - Oklch.of(look.accent()).lightness()))
                        .as("%s is worn as %s", look, given)
                        .isLessThan(Adjustment.VISIBLE);
            } else {
                blocked++;
                assertThat(given).as("%s was moved", look).isNotEqualTo(look.accent());
                assertThat(clashes.getFirst().given()).isEqualTo(given);
                assertThat(Clash.of(BrandTokens.of(look.withAccent(given))))
                        .as("%s instead of %s", given, look)
                        .isEmpty();
            }
        }
        System.out.println(blocked + " of " + BRANDS + " blocked");
        assertThat(blocked).isBetween(BRANDS / 10, BRANDS - BRANDS / 10);
    }

    @Test
    void aLightBrandKeepsTheChosenAccentExactlyWhenNothingClashes() {
        var random = new Random(20_260_403);
        for (var count = 0; count < BRANDS; count++) {
            var tokens = BrandTokens.of(look(random).withMode(ColorMode.AUTO));
            assertThat(tokens.light().color(Token.ACCENT).equals(tokens.look().accent()))
                    .as(tokens.look().toString())
                    .isEqualTo(Clash.of(tokens).isEmpty());
        }
    }

    @Test
    void theWorstClashComesFirstAndSaysHowFarItIs() {
        var pale = Look.DEFAULT.withAccent(Color.of("#ffe9a8"));
        var worst = Clash.of(BrandTokens.of(pale)).getFirst();
        assertThat(worst.scheme()).isEqualTo(Scheme.LIGHT);
        assertThat(worst.ratio()).isBetween(1.0, 1.5).isLessThan(worst.pair().least());
        assertThat(worst.asked()).isEqualTo(Color.of("#ffe9a8"));
        assertThat(Clash.of(BrandTokens.of(pale.withMode(ColorMode.DARK)))).isEmpty();
    }

    private static Look look(Random random) {
        var modes = ColorMode.values();
        return new Look(
                color(random), color(random), BrandFont.INTER, Corners.SOFT, modes[random.nextInt(modes.length)]);
    }

    private static Color color(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
