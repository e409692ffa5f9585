package io.chom.theming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SocialImageTest {

    @Test
    void aPictureIsDrawnAnewAndServedUnderItsContentsName() throws IOException {
        var sent = new ByteArrayOutputStream();
        sent.writeBytes(png(1200, 630, false));
        sent.writeBytes("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        var image = SocialImage.uploaded(sent.toByteArray());
        assertThat(image.width()).isEqualTo(1200);
        assertThat(image.height()).isEqualTo(630);
        assertThat(new String(image.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");

        var brand = DemoBrands.acme();
        var assets = BrandAssets.of(brand.withArtwork(brand.artwork().withSocial(image)));
        var served = assets.all().getLast();
        assertThat(served.path()).matches("/brand/[0-9a-f]{16}\\.png");
        assertThat(served.contentType()).isEqualTo("image/png");
        assertThat(served.bytes()).isEqualTo(image.bytes());
        assertThat(assets.stylesheet())
                .extracting("path")
                .isEqualTo(BrandAssets.of(brand).stylesheet().path());
    }

    @Test
    void itComesBackFromJsonAsItWas() throws IOException {
        var mapper = new JsonMapper();
        var brand = DemoBrands.acme();
        var with = brand.withArtwork(brand.artwork().withSocial(SocialImage.uploaded(png(1200, 630, false))));
        assertThat(mapper.readValue(mapper.writeValueAsString(with), Brand.class))
                .isEqualTo(with);
    }

    @Test
    void whatIsNoSuchPictureIsRefusedWithTheReason() throws IOException {
        refused(
                "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='630'/>".getBytes(StandardCharsets.UTF_8),
                "PNG");
        refused(new byte[0], "PNG");
        refused(Arrays.copyOf(png(1200, 630, false), 500), "damaged");
        refused(png(199, 630, false), "at least 200 pixels");
        refused(png(1200, 100, false), "at least 200 pixels");
        refused(png(4097, 300, false), "4,096 pixels");
        refused(png(1200, 630, true), "at most 1");
    }

    private static void refused(byte[] file, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialImage.uploaded(file))
                .withMessageContaining(why);
    }

    private static byte[] png(int width, int height, boolean isNoise) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(20_260_405);
        for (var x = 0; isNoise && x < width; x++) {
            for (var y = 0; y < height; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        return file.toByteArray();
    }
}
