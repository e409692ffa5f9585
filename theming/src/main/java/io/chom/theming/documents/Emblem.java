package io.chom.theming.documents;

import io.chom.theming.Logo;
import io.chom.theming.drawing.Drawing;
import io.chom.theming.drawing.Typeface;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.stream.IntStream;

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

    /** @param words in which the words of a drawing are drawn */
    static Emblem of(Logo logo, Typeface words) {
        var drawing = Drawing.of(logo, words);
        var scale = Math.min(MOST_WIDTH / drawing.width(), MOST_HEIGHT / drawing.height());
        var across = Math.max(1, (int) Math.round(drawing.width() * scale * DOTS_PER_POINT));
        var down = Math.max(1, (int) Math.round(drawing.height() * scale * DOTS_PER_POINT));
        var picture = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB);
        drawing.draw(picture, 0, 0, across, down);
        var inked = trimmed(picture);
        return new Emblem(
                "data:image/png;base64," + Base64.getEncoder().encodeToString(Drawing.png(inked)),
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
}
