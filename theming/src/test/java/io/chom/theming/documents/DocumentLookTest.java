package io.chom.theming.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.Color;
import io.chom.theming.ColorMode;
import io.chom.theming.DemoBrands;
import io.chom.theming.Logo;
import io.chom.theming.Token;
import io.chom.theming.drawing.Typeface;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** A document is printed, and looked at. */
class DocumentLookTest {

    /** Where the bar and the logo are, in points from the upper left of A4. */
    private static final int BAR_Y = 47;

    private final BrandedDocuments documents = new BrandedDocuments();

    @Test
    void it_wears_the_accent_and_the_logo_of_its_brand_and_of_no_other() throws IOException {
        for (var brand : new Brand[] {DemoBrands.acme(), DemoBrands.nimbus()}) {
            var page = printed(brand);
            var accent = BrandAssets.of(brand).tokens().light().color(Token.ACCENT);
            assertThat(Color.of(hex(page.getRGB(300, BAR_Y)))).isEqualTo(accent);
            assertThat(logo(page)).contains(brand.look().accent().hex());
        }
        assertThat(logo(printed(DemoBrands.acme()))).doesNotContain("#6d3df5", "#3b82f6");
    }

    @Test
    void paper_is_white_and_the_logo_the_one_for_it_whatever_the_brands_mode() throws IOException {
        var brand = DemoBrands.acme();
        var page = printed(brand.withLook(brand.look().withMode(ColorMode.DARK)));
        assertThat(hex(page.getRGB(2, 2))).isEqualTo("#ffffff");
        assertThat(page.getRGB(300, BAR_Y)).isEqualTo(printed(brand).getRGB(300, BAR_Y));
    }

    @Test
    void a_yellow_accent_is_made_readable() throws IOException {
        var brand = DemoBrands.acme();
        var page = printed(brand.withLook(brand.look().withAccent(Color.of("#ffee00"))));
        var bar = Color.of(hex(page.getRGB(300, BAR_Y)));
        assertThat(io.chom.theming.Contrast.isDiscernible(bar, Color.of("#ffffff")))
                .isTrue();
    }

    @Test
    void a_photograph_of_a_logo_is_drawn_too() throws IOException {
        var picture = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(0, 0, 900, 300);
        for (var x = 0; x < 900; x++) {
            for (var y = 0; y < 300; y++) {
                picture.setRGB(x, y, 0x118833);
            }
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        var brand = DemoBrands.acme();
        var page = printed(brand.withArtwork(brand.artwork().withOnLight(Logo.png(png.toByteArray()))));
        assertThat(logo(page)).contains("#118833");
    }

    @Test
    void a_logo_of_words_is_as_wide_as_they_are() {
        var logo = Brand.defaults("Zoë Ωμέγα").artwork().onLight();
        var face = Typeface.FALLBACK;
        assertThat(Emblem.of(logo, face).width())
                .isGreaterThan(Emblem.of(Brand.defaults("Zo").artwork().onLight(), face)
                        .width());
    }

    @Test
    void a_drawing_of_gradients_and_masks_is_drawn() throws IOException {
        var svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><defs><linearGradient id="g"><stop offset="0" \
                stop-color="#00aa00"/><stop offset="1" stop-color="#0000aa"/></linearGradient><mask id="m"><rect width="30" \
                height="30" fill="white"/></mask></defs><rect width="60" height="30" fill="url(#g)" mask="url(#m)"/></svg>""";
        var brand = DemoBrands.acme();
        var colors = logo(printed(brand.withArtwork(brand.artwork().withOnLight(Logo.svg(svg)))));
        assertThat(colors).hasSizeGreaterThan(8).doesNotContain("#0000aa");
    }

    private BufferedImage printed(Brand brand) throws IOException {
        var pdf = documents.write(BrandAssets.of(brand), Samples.invoice(), Samples.edition(Locale.GERMANY));
        try (var document = Loader.loadPDF(pdf.pdf())) {
            return new PDFRenderer(document).renderImage(0);
        }
    }

    private static Set<String> logo(BufferedImage page) {
        Set<String> colors = new HashSet<>();
        for (var x = 340; x < 545; x++) {
            for (var y = 60; y < 105; y++) {
                colors.add(hex(page.getRGB(x, y)));
            }
        }
        return colors;
    }

    private static String hex(int rgb) {
        return String.format("#%06x", rgb & 0xffffff);
    }
}
