package io.chom.theming.icons;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.ColorMode;
import io.chom.theming.DemoBrands;
import io.chom.theming.Logo;
import io.chom.theming.Token;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Icons are decoded and measured. */
class AppIconsTest {

    private static final String SQUARE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\" fill=\"#ff0000\"/></svg>";
    private static final int RED = 0xffff0000;

    @ParameterizedTest
    @EnumSource
    void each_has_its_size_and_is_opaque_where_it_must_be(IconUse use) throws IOException {
        for (var brand : DemoBrands.all()) {
            var icon = drawn(brand, use);
            assertThat(icon.getWidth()).isEqualTo(use.side());
            assertThat(icon.getHeight()).isEqualTo(use.side());
            assertThat(icon.getColorModel().hasAlpha()).isEqualTo(!use.isOpaque());
            assertThat(colors(icon)).as("it shows something").hasSizeGreaterThan(1);
            if (use.isOpaque()) {
                assertThat(corners(icon)).containsOnly(ground(brand));
            }
        }
    }

    @Test
    void nothing_of_a_mark_leaves_the_safe_zone_and_it_fills_that() throws IOException {
        for (String svg :
                new String[] {SQUARE, SQUARE.replace("0 0 10 10", "0 2 10 5"), SQUARE.replace("0 0 10 10", "4 0 1 10")
                }) {
            var brand = marked(svg);
            var icon = drawn(brand, IconUse.MASKABLE);
            int ground = ground(brand);
            double furthest = 0;
            for (int x = 0; x < icon.getWidth(); x++) {
                for (int y = 0; y < icon.getHeight(); y++) {
                    if (icon.getRGB(x, y) != ground) {
                        furthest = Math.max(furthest, Math.hypot(x + 0.5 - 256, y + 0.5 - 256));
                    }
                }
            }
            assertThat(furthest).isBetween(0.39 * 512, 0.4 * 512);
        }
    }

    @Test
    void an_icon_that_may_be_clear_is_as_large_as_its_square() throws IOException {
        var icon = drawn(marked(SQUARE), IconUse.SMALL);
        assertThat(corners(icon)).containsOnly(RED);
        assertThat(corners(drawn(marked(SQUARE.replace("0 0 10 10", "0 2 10 5")), IconUse.SMALL)))
                .containsOnly(0);
    }

    @Test
    void a_mark_of_pixels_is_drawn_too() throws IOException {
        var picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 256; pixel++) {
            picture.setRGB(pixel / 16, pixel % 16, RED);
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        var brand = DemoBrands.acme();
        brand = brand.withArtwork(brand.artwork().withFavicon(Logo.png(png.toByteArray())));
        assertThat(drawn(brand, IconUse.LARGE).getRGB(256, 256)).isEqualTo(RED);
        assertThat(drawn(brand, IconUse.TOUCH).getRGB(90, 90)).isEqualTo(RED);
    }

    @Test
    void the_background_is_that_of_the_mode_in_which_the_brand_starts() throws IOException {
        var acme = DemoBrands.acme();
        var dark = acme.withLook(acme.look().withMode(ColorMode.DARK));
        assertThat(corners(drawn(dark, IconUse.TOUCH)))
                .containsOnly(rgb(BrandAssets.of(acme).tokens().dark().color(Token.PAGE)));
    }

    @Test
    void an_address_names_what_is_drawn() {
        var acme = DemoBrands.acme();
        assertThat(paths(acme)).hasSize(4).allMatch(path -> path.matches("/brand/[0-9a-f]{16}\\.png"));
        assertThat(paths(acme.withName("Acme & Sons").withPromise("Another one.")))
                .isEqualTo(paths(acme));
        assertThat(paths(acme)).doesNotContainAnyElementsOf(paths(DemoBrands.nimbus()));
        assertThat(paths(marked(SQUARE))).doesNotContainAnyElementsOf(paths(acme));
        assertThat(paths(acme.withLook(acme.look().withBackground(io.chom.theming.Color.of("#00ff00")))))
                .doesNotContainAnyElementsOf(paths(acme));
        var icons = AppIcons.of(BrandAssets.of(acme));
        assertThat(icons.at(icons.of(IconUse.TOUCH).path())).contains(icons.of(IconUse.TOUCH));
        assertThat(icons.at("/brand/0000000000000000.png")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 0 0\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"x\"><rect width=\"1\" height=\"1\"/></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e30\" height=\"1\"><rect width=\"9\" height=\"1\"/></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100000 1\"><rect width=\"9\" height=\"1\"/></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M 0 0 L oops\"/></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text x=\"-1e9\" font-size=\"1e9\">W</text></svg>"
            })
    void a_strange_mark_makes_an_icon_all_the_same(String svg) throws IOException {
        for (var use : IconUse.values()) {
            assertThat(drawn(marked(svg), use).getWidth()).isEqualTo(use.side());
        }
    }

    @Test
    void a_damaged_mark_gives_way_to_the_initial() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", picture);
        byte[] half = java.util.Arrays.copyOf(picture.toByteArray(), 40);
        var acme = DemoBrands.acme();
        var brand = acme.withArtwork(acme.artwork().withFavicon(Logo.png(half)));
        var initial = Brand.defaults(acme.name()).artwork();
        assertThat(initial.favicon().content()).contains(">A<");
        assertThat(colors(drawn(brand, IconUse.LARGE))).hasSizeGreaterThan(2).contains(0xffffffff);
    }

    private static Brand marked(String svg) {
        var brand = DemoBrands.acme();
        return brand.withArtwork(brand.artwork().withFavicon(Logo.svg(svg)));
    }

    private static BufferedImage drawn(Brand brand, IconUse use) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(
                AppIcons.of(BrandAssets.of(brand)).of(use).draw()));
    }

    private static Set<String> paths(Brand brand) {
        return AppIcons.of(BrandAssets.of(brand)).all().stream()
                .map(AppIcon::path)
                .collect(Collectors.toSet());
    }

    private static Set<Integer> corners(BufferedImage icon) {
        int last = icon.getWidth() - 1;
        return Stream.of(icon.getRGB(0, 0), icon.getRGB(last, 0), icon.getRGB(0, last), icon.getRGB(last, last))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> colors(BufferedImage icon) {
        Set<Integer> colors = new HashSet<>();
        for (int x = 0; x < icon.getWidth(); x++) {
            for (int y = 0; y < icon.getHeight(); y++) {
                colors.add(icon.getRGB(x, y));
            }
        }
        return colors;
    }

    private static int ground(Brand brand) {
        return rgb(BrandAssets.of(brand).tokens().light().color(Token.PAGE));
    }

    private static int rgb(io.chom.theming.Color color) {
        return Color.decode(color.hex()).getRGB();
    }
}
