package io.chom.theming.documents;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import io.chom.theming.Logo;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A logo as it stands on a document: drawn at the resolution of a printer, whatever it was.
 *
 * @param address the picture itself, as a {@code data:} address
 * @param width in points
 * @param height in points
 */
record Emblem(String address, double width, double height) {

    private static final double MOST_WIDTH = 180;
    private static final double MOST_HEIGHT = 34;

    /** 432 dots per inch. */
    private static final int DOTS_PER_POINT = 6;

    /** What a heading beside it leaves free, in points. */
    double room() {
        return width + 16;
    }

    /** @param words in which the words of a drawing are drawn, as the fonts of this machine are no business of a document */
    static Emblem of(Logo logo, Typeface words) {
        return switch (logo.format()) {
            case PNG -> drawn(logo.bytes());
            case SVG -> drawn(Outlines.of(logo.content(), words));
        };
    }

    private static Emblem drawn(byte[] png) {
        try {
            var picture = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "no PNG");
            return Emblem.of(
                    picture.getWidth(),
                    picture.getHeight(),
                    (ground, width, height) -> ground.drawImage(picture, 0, 0, width, height, null));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static Emblem drawn(String svg) {
        var source = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        var drawing =
                Objects.requireNonNull(new SVGLoader().load(source, null, LoaderContext.createDefault()), "no drawing");
        var size = drawing.size();
        return Emblem.of(
                size.width,
                size.height,
                (ground, width, height) -> drawing.render(null, ground, new ViewBox(width, height)));
    }

    private interface Pen {
        void draw(Graphics2D ground, int width, int height);
    }

    private static Emblem of(double width, double height, Pen pen) {
        var scale = Math.min(MOST_WIDTH / Math.max(1, width), MOST_HEIGHT / Math.max(1, height));
        var across = Math.max(1, (int) Math.round(width * scale * DOTS_PER_POINT));
        var down = Math.max(1, (int) Math.round(height * scale * DOTS_PER_POINT));
        var picture = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB);
        var ground = picture.createGraphics();
        ground.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ground.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ground.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.draw(ground, across, down);
        ground.dispose();
        var inked = trimmed(picture);
        return new Emblem(
                address(inked),
                (double) inked.getWidth() / DOTS_PER_POINT,
                (double) inked.getHeight() / DOTS_PER_POINT);
    }

    /** Without the air at its sides, so that it stands flush with what is below; all of it if nothing is drawn. */
    private static BufferedImage trimmed(BufferedImage picture) {
        var inked = IntStream.range(0, picture.getWidth())
                .filter(x -> hasInk(picture, x))
                .summaryStatistics();
        return inked.getCount() == 0
                ? picture
                : picture.getSubimage(inked.getMin(), 0, inked.getMax() - inked.getMin() + 1, picture.getHeight());
    }

    private static boolean hasInk(BufferedImage picture, int x) {
        return IntStream.range(0, picture.getHeight()).anyMatch(y -> picture.getRGB(x, y) >>> 24 != 0);
    }

    private static String address(BufferedImage picture) {
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
