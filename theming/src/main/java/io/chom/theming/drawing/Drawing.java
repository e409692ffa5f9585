package io.chom.theming.drawing;

import com.github.weisj.jsvg.SVGDocument;
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
import java.util.Objects;
import javax.imageio.ImageIO;

/** A logo that can be drawn at any size, whatever it was. */
public final class Drawing {

    private final double width;
    private final double height;
    private final Pen pen;

    private Drawing(double width, double height, Pen pen) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        this.pen = pen;
    }

    @FunctionalInterface
    private interface Pen {
        void draw(Graphics2D ground, int width, int height);
    }

    /**
     * A logo, read. It takes a while: not for an event loop.
     *
     * @param words in which the words of a drawing are drawn, as the fonts of this machine are no business of a brand
     * @throws RuntimeException if nothing can be drawn of it
     */
    public static Drawing of(Logo logo, Typeface words) {
        return switch (logo.format()) {
            case PNG -> of(logo.bytes());
            case SVG -> of(Outlines.of(logo.content(), words));
        };
    }

    private static Drawing of(byte[] png) {
        try {
            var picture = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "no PNG");
            return new Drawing(
                    picture.getWidth(),
                    picture.getHeight(),
                    (ground, width, height) -> ground.drawImage(picture, 0, 0, width, height, null));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static Drawing of(String svg) {
        var source = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        SVGDocument drawing =
                Objects.requireNonNull(new SVGLoader().load(source, null, LoaderContext.createDefault()), "no drawing");
        var size = drawing.size();
        return new Drawing(
                size.width,
                size.height,
                (ground, width, height) -> drawing.render(null, ground, new ViewBox(width, height)));
    }

    /** In units of its own, at least 1. */
    public double width() {
        return width;
    }

    /** In the units of its width, at least 1. */
    public double height() {
        return height;
    }

    /** Draws it over a part of a picture, in pixels from the upper left; nothing of it leaves that part. */
    public void draw(BufferedImage picture, int x, int y, int across, int down) {
        var ground = picture.createGraphics();
        ground.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ground.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ground.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        ground.clipRect(x, y, across, down);
        ground.translate(x, y);
        pen.draw(ground, across, down);
        ground.dispose();
    }

    /** A picture as a PNG. */
    public static byte[] png(BufferedImage picture) {
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
