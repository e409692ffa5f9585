package io.chom.portal.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.BrandAssets;
import io.chom.theming.ColorMode;
import io.chom.theming.DemoBrands;
import io.chom.theming.Token;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ManifestTest {

    @ParameterizedTest
    @CsvSource({
        "Acme Hosting, Acme Hosting",
        "Nimbus Cloud Services, Nimbus Cloud",
        "Bits & Bytes Rechenzentrum, Bits & Bytes",
        "Bits and & Bytes, Bits and",
        "'One, two, three four', 'One, two'",
        "North-Western Hosting, North",
        "Donaudampfschifffahrt, Donaudampfs…",
        "A Donaudampfschifffahrt, A",
        "Zoë, Zoë"
    })
    void a_long_name_is_cut_where_words_end(String name, String cut) {
        assertThat(ShortName.of(name).text()).isEqualTo(cut);
    }

    @Test
    void what_people_see_as_one_character_is_never_cut() {
        String flags = "🇩🇪🇫🇷🇪🇸🇩🇪🇫🇷🇪🇸🇩🇪🇫🇷";
        assertThat(ShortName.of(flags).text()).isEqualTo("🇩🇪🇫🇷🇪🇸🇩🇪🇫🇷…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&&&&&&&&&&&&&&&&&&&&",
                "</script><script>alert(1)</script>",
                "\"},{\"name\":\"evil\",\"x\":{\"",
                "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
                "ホスティングサービス株式会社東京",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
            })
    void a_strange_name_is_text_and_has_a_short_one(String name) {
        var manifest = written(Manifest.of(BrandAssets.of(DemoBrands.acme().withName(name)), Locale.ENGLISH));
        String shortName = manifest.get("short_name").asString();
        assertThat(manifest.get("name").asString()).isEqualTo(name);
        assertThat(shortName).isNotBlank();
        assertThat(shortName.codePointCount(0, shortName.length())).isLessThanOrEqualTo(12);
        assertThat(manifest.size()).isEqualTo(11);
    }

    @Test
    void its_colours_are_those_in_which_the_brand_starts() {
        var acme = DemoBrands.acme();
        var assets = BrandAssets.of(acme);
        assertThat(written(Manifest.of(assets, Locale.ENGLISH))
                        .get("theme_color")
                        .asString())
                .isEqualTo(assets.tokens().light().color(Token.PAGE).hex());
        var dark = BrandAssets.of(acme.withLook(acme.look().withMode(ColorMode.DARK)));
        assertThat(written(Manifest.of(dark, Locale.ENGLISH))
                        .get("background_color")
                        .asString())
                .isEqualTo(assets.tokens().dark().color(Token.PAGE).hex());
    }

    private static JsonNode written(Manifest manifest) {
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsBytes(manifest));
    }
}
