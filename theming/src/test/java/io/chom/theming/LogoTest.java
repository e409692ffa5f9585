package io.chom.theming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {
    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "><script>alert(1)</script></svg>",
                "><foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject></svg>",
                " onload=\"alert(1)\"></svg>",
                "><rect onclick=\"alert(1)\"/></svg>",
                "><image href=\"https://evil.example/x.png\"/></svg>",
                "><image href=\"data:image/svg+xml;base64,AAAA\"/></svg>",
                " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><use xlink:href=\"https://evil.example/x#y\"/></svg>",
                "><use href=\"#a\"/></svg>",
                "><a href=\"javascript:alert(1)\"><rect/></a></svg>",
                "><rect fill=\"url(https://evil.example/x)\"/></svg>",
                "><rect fill=\"url(//evil.example/x#y)\"/></svg>",
                "><rect fill=\"u\\72l(https://evil.example/x)\"/></svg>",
                "><rect style=\"fill:url(https://evil.example/x)\"/></svg>",
                "><style>@import 'https://evil.example/x'</style></svg>",
                "><animate attributeName=\"href\" values=\"javascript:alert(1)\" onbegin=\"alert(1)\"/></svg>",
                "><set attributeName=\"onload\" to=\"alert(1)\"/></svg>",
                "><filter id=\"f\"><feImage href=\"https://evil.example/x\"/></filter></svg>",
                "><rect",
                ">&unknown;</svg>",
                "></svg><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "><svg><rect/></svg></svg>",
                "><x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script></svg>",
                "><rect xmlns=\"http://www.w3.org/1999/xhtml\"/></svg>",
                "><?xml-stylesheet href=\"https://evil.example/x.css\"?></svg>"
            })
    void aDrawingWithAnythingActiveOrExternalIsRefused(String rest) {
        assertThatIllegalArgumentException().isThrownBy(() -> Logo.svg(OPEN + rest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html><body/></html>",
                "<svg><rect/></svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<?xml-stylesheet href=\"https://evil.example/x.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            })
    void whatIsNotPlainlyAnSvgIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Logo.svg(text));
    }

    @Test
    void entitiesThatGrowWithoutBoundAreRefusedBeforeTheyGrow() {
        var bomb = "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + OPEN
                + "><text>&b;</text></svg>";
        assertThatIllegalArgumentException().isThrownBy(() -> Logo.svg(bomb));
    }

    @Test
    void aTooLargeDrawingIsRefused() {
        var path = "<path d=\"" + "M0 0 ".repeat(60_000) + "\"/>";
        assertThatIllegalArgumentException().isThrownBy(() -> Logo.svg(OPEN + ">" + path + "</svg>"));
    }

    @Test
    void aDrawingWithGradientsInsideIsAccepted() {
        var svg = OPEN
                + "><defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#fff\"/></linearGradient></defs>"
                + "<rect fill=\"url(#g)\" width=\"1\" height=\"1\"/></svg>";
        assertThat(Logo.svg(svg).bytes()).asString().isEqualTo(svg);
    }

    @Test
    void aPngIsAcceptedAndComesBackUnchanged() throws IOException {
        var bytes = png(64, 32);
        assertThat(Logo.png(bytes).bytes()).isEqualTo(bytes);
    }

    @Test
    void aPngThatIsNoneOrClaimsTooManyPixelsIsRefused() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logo.png("GIF89a and so on, long enough for a header".getBytes()));
        var huge = ByteBuffer.wrap(png(8, 8)).putInt(16, 100_000).array();
        assertThatIllegalArgumentException().isThrownBy(() -> Logo.png(huge));
        assertThatIllegalArgumentException().isThrownBy(() -> Logo.png(new byte[Logo.MOST_BYTES + 1]));
    }

    @Test
    void whatSomebodySendsIsTakenForWhatItsBytesSay() throws IOException {
        assertThat(Logo.uploaded(png(8, 8)).format()).isEqualTo(Logo.Format.PNG);
        assertThat(Logo.uploaded((OPEN + "/>").getBytes(UTF_8)).format()).isEqualTo(Logo.Format.SVG);
        for (byte[] neither :
                List.of(new byte[0], "GIF89a".getBytes(UTF_8), new byte[] {(byte) 0xff, (byte) 0xd8, 0})) {
            assertThatIllegalArgumentException().isThrownBy(() -> Logo.uploaded(neither));
        }
    }

    @Test
    void nothingOfAPngIsKeptButItsPixels() throws IOException {
        var clean = png(8, 8);
        var secret = "tEXtAuthor\0Somebody in Hamburg".getBytes(UTF_8);
        var crc = new CRC32();
        crc.update(secret);
        int header = 33;
        var carrying = ByteBuffer.allocate(clean.length + secret.length + 8 + 7)
                .put(clean, 0, header)
                .putInt(secret.length - 4)
                .put(secret)
                .putInt((int) crc.getValue())
                .put(clean, header, clean.length - header)
                .put("trailer".getBytes(UTF_8))
                .array();
        assertThat(new String(Logo.png(carrying).bytes(), ISO_8859_1)).contains("Hamburg", "trailer");

        var taken = Logo.uploaded(carrying);

        assertThat(new String(taken.bytes(), ISO_8859_1)).doesNotContain("Hamburg", "trailer");
        var picture = ImageIO.read(new ByteArrayInputStream(taken.bytes()));
        assertThat(picture.getWidth()).isEqualTo(8);
        assertThatIllegalArgumentException().isThrownBy(() -> Logo.uploaded(Arrays.copyOf(clean, 50)));
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
