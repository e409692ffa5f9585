package io.chom.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.BrandFont;
import io.chom.theming.BrandStylesheet;
import io.chom.theming.BrandTokens;
import io.chom.theming.Look;
import io.chom.theming.OwnFont;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one file refers to is there, under exactly that address. */
class FilesTest {
    @Test
    void theNeutralStyleSheetIsTheOneThatTheTokensGive() throws IOException {
        var expected = BrandStylesheet.of(BrandTokens.of(Look.NEUTRAL)).css();
        assertThat(text("/ui/neutral.css")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(BrandFont.class)
    void everyBrandFontIsServedWithItsLicence(BrandFont font) throws IOException {
        if (font.folder() == null) {
            assertThat(font).isEqualTo(BrandFont.SYSTEM);
            return;
        }
        for (var file : new String[] {"latin.woff2", "latin-ext.woff2"}) {
            var served = bytes(BrandStylesheet.FONTS + font.folder() + "/" + file);
            assertThat(served).startsWith('w', 'O', 'F', '2');
            // What we serve ourselves is what a house may bring.
            assertThat(OwnFont.uploaded(file, served).bytes()).isEqualTo(served);
        }
        assertThat(text(BrandStylesheet.FONTS + font.folder() + "/LICENSE.txt")).contains("SIL OPEN FONT LICENSE");
    }

    @Test
    void theChartLibraryIsWhereTheComponentLooksForIt() throws IOException {
        var path = Pattern.compile("'(/_static/[^']+)'").matcher(text("/ui/components/time-chart.js"));
        assertThat(path.find()).isTrue();
        assertThat(bytes(path.group(1))).hasSizeGreaterThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ui/app.css", "/ui/site.css"})
    void ourStylesUseOnlyTheBrandsTokensAndNameNobody(String file) throws IOException {
        var css = text(file);
        assertThat(css).doesNotContainIgnoringCase("chom");
        var colours = Pattern.compile("#[0-9a-fA-F]{3,8}\\b(?![^{]*\\{)").matcher(css.replace("#fff", ""));
        assertThat(colours.find()).isFalse();
    }

    private static String text(String path) throws IOException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) throws IOException {
        try (var stream = FilesTest.class.getResourceAsStream("/META-INF/resources" + path)) {
            assertThat(stream).as(path).isNotNull();
            return stream.readAllBytes();
        }
    }
}
