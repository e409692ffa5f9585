package io.chom.portal.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.chom.portal.hostile.Payload.Family;
import io.chom.theming.Logo;
import io.chom.theming.SocialImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures that are something else as well: pages, programs, archives, and notes that say too much. */
final class Pictures {

    /** No part of a picture is called so. */
    static final String MARK = "harbour-crane";

    private static final List<String> NOTES = List.of(
            MARK + "<script>alert(1)</script><img src=\"%t/n.png\">",
            MARK + "=1;/*\0*/alert(1)//<svg onload=alert(1)>",
            "PK\3\4" + MARK + "\0\0META-INF/MANIFEST.MF\0PK\5\6" + "\0".repeat(18),
            "<?xpacket?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" + MARK + "<?php system(1) ?> %t/x</x:xmpmeta>");

    private static final List<Carrier> CARRIERS = List.of(
            new Carrier("PNG, text", note -> chunk("tEXt", "Comment\0" + note)),
            new Carrier("PNG, text in other letters", note -> chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + note)),
            new Carrier("PNG, Exif", note -> chunk("eXIf", "MM\0*\0\0\0\b" + note)),
            new Carrier("PNG, colour profile", note -> chunk("iCCP", "x\0\0" + note)),
            new Carrier("PNG, colour profile, unpacked", note -> chunk("iCCP", note + "\0\0")),
            new Carrier("PNG, a chunk of nobody’s", note -> chunk("scRp", note)),
            new Carrier("PNG, behind the end", note -> picture("png") + note),
            new Carrier("PNG, in place of its pixels", note -> picture("png").substring(0, 60) + note + "IEND"),
            new Carrier(
                    "JPEG, comment",
                    note -> picture("jpg").substring(0, 2)
                            + segment(0xfe, note)
                            + picture("jpg").substring(2)),
            new Carrier(
                    "JPEG, Exif",
                    note -> picture("jpg").substring(0, 2)
                            + segment(0xe1, "Exif\0\0MM\0*\0\0\0\b" + note)
                            + picture("jpg").substring(2)),
            new Carrier("JPEG, behind the end", note -> picture("jpg") + note),
            new Carrier(
                    "GIF, comment",
                    note -> picture("gif")
                            .replace("\0;", "\0!\u00fe" + (char) Math.min(note.length(), 255) + note + "\0;")),
            new Carrier("GIF, as a program", note -> "GIF89a/*" + picture("gif").substring(8) + "*/" + note),
            new Carrier("BMP, behind the end", note -> picture("bmp") + note),
            new Carrier("a page that begins as a PNG", note -> picture("png").substring(0, 8) + "<html>" + note));

    private Pictures() {}

    private record Carrier(String name, UnaryOperator<String> with) {}

    static Stream<Payload> all(String trap) {
        return CARRIERS.stream()
                .flatMap(carrier ->
                        NOTES.stream().map(note -> payload(carrier, note.replace("%t", trap), NOTES.indexOf(note))));
    }

    private static Payload payload(Carrier carrier, String note, int number) {
        var file = carrier.with().apply(note).getBytes(ISO_8859_1);
        return new Payload(Family.PICTURES, carrier.name() + ", note " + number, Optional.empty(), () -> {
            var artwork = Victim.BRAND.artwork();
            var isPng = carrier.name().startsWith("PNG");
            // A person may send a PNG; what a website shows is taken in every format.
            var logo = isPng ? Logo.uploaded(file) : Logo.found(file);
            var social = isPng ? SocialImage.uploaded(file) : SocialImage.found(file);
            return Victim.BRAND.withArtwork(
                    artwork.withOnLight(logo).withOnDark(logo).withFavicon(logo).withSocial(social));
        });
    }

    private static String picture(String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            var picture = new BufferedImage(240, 220, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(7, 7, 0x0a7d5a);
            ImageIO.write(picture, format, bytes);
            return bytes.toString(ISO_8859_1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A PNG with one more chunk behind its head. */
    private static String chunk(String type, String content) {
        var sum = new CRC32();
        sum.update((type + content).getBytes(ISO_8859_1));
        var picture = picture("png");
        return picture.substring(0, 33)
                + number(content.length())
                + type
                + content
                + number((int) sum.getValue())
                + picture.substring(33);
    }

    private static String segment(int kind, String content) {
        return "\u00ff" + (char) kind + number(content.length() + 2).substring(2) + content;
    }

    private static String number(int number) {
        return new String(ByteBuffer.allocate(4).putInt(number).array(), ISO_8859_1);
    }
}
