package io.chom.theming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrandStylesheetTest {
    @Test
    void theSameLookAlwaysGivesTheSameTextUnderTheSameAddress() {
        var once = BrandStylesheet.of(BrandTokens.of(DemoBrands.acme().look()));
        var again = BrandStylesheet.of(BrandTokens.of(DemoBrands.acme().look()));
        assertThat(once).isEqualTo(again);
        assertThat(once.hash()).matches("[0-9a-f]{16}");
        assertThat(once.path()).isEqualTo("/brand/" + once.hash() + ".css");
    }

    @Test
    void everyDemoBrandHasItsOwnFiles() {
        var paths = new HashSet<String>();
        for (var brand : DemoBrands.all()) {
            for (var asset : BrandAssets.of(brand).all()) {
                assertThat(paths.add(asset.path())).as(asset.path()).isTrue();
                assertThat(asset.bytes()).isNotEmpty();
            }
        }
    }

    @Test
    void aFileIsFoundByItsPathAndNoOther() {
        var assets = BrandAssets.of(DemoBrands.nimbus());
        assertThat(assets.at(assets.favicon().path())).contains(assets.favicon());
        assertThat(assets.at("/brand/0000000000000000.css")).isEmpty();
    }

    @Test
    void theTextNamesNobody() {
        for (var brand : DemoBrands.all()) {
            var css = BrandStylesheet.of(BrandTokens.of(brand.look())).css().toLowerCase(Locale.ROOT);
            assertThat(css).doesNotContain("chom", "acme", "nimbus");
        }
    }

    @Test
    void everyTokenIsThereForBothSchemesAndForOldBrowsers() {
        var tokens = BrandTokens.of(Look.DEFAULT);
        var css = BrandStylesheet.of(tokens).css();
        for (var token : Token.values()) {
            var light = tokens.light().color(token).hex();
            var dark = tokens.dark().color(token).hex();
            assertThat(css)
                    .contains("%s:light-dark(%s,%s)".formatted(token.property(), light, dark))
                    .contains(token.property() + ":" + light)
                    .contains(token.property() + ":" + dark);
        }
        assertThat(css).contains("--aura-accent-color-light:", "--aura-background-color-dark:", "--aura-font-family:");
    }

    @ParameterizedTest
    @EnumSource(ColorMode.class)
    void theRootStartsInTheBrandsMode(ColorMode mode) {
        var look = new Look(Color.of("#123456"), Color.WHITE, BrandFont.SYSTEM, Corners.SHARP, mode);
        assertThat(BrandStylesheet.of(BrandTokens.of(look)).css())
                .contains(":root{color-scheme:" + mode.css() + ";")
                .doesNotContain("@font-face");
    }

    @Test
    void theFontsCanLiveElsewhere() {
        var css = BrandStylesheet.of(BrandTokens.of(Look.DEFAULT), "../fonts/").css();
        assertThat(css).contains("url(\"../fonts/inter/latin.woff2\")").doesNotContain("/ui/fonts/");
    }

    @Test
    void aCompactBrandHasLessRoomAndFingersKeepTheirTargets() {
        var wide = BrandStylesheet.of(BrandTokens.of(Look.DEFAULT)).css();
        var dense = BrandStylesheet.of(BrandTokens.of(Look.DEFAULT.withDensity(Density.COMPACT)))
                .css();
        assertThat(wide)
                .contains("--ui-gap:16px;")
                .contains("--ui-control-height:36px")
                .doesNotContain("pointer:fine");
        assertThat(dense)
                .contains("--ui-gap:12px;")
                .contains("@media (pointer:fine){:root{--ui-control-height:32px;--aura-base-size:13}}");
    }
}
