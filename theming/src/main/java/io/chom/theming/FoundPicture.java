package io.chom.theming;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads pictures of many kinds, which is only done with those that are looked at before they are worn. */
final class FoundPicture {

    private static final int MOST_PIXELS_A_SIDE = 4096;
    private static final int MOST_IN_ONE_FILE = 20;

    private FoundPicture() {}

    /**
     * The same picture as a PNG that has nothing but pixels; the largest one of a file that has several.
     *
     * @param side the most pixels a side; larger pictures are scaled down
     * @param most bytes; a picture that has more is scaled down further
     * @throws IllegalArgumentException if it cannot be read or is wider or higher than 4,096 pixels
     */
    static byte[] redrawn(byte[] bytes, int side, int most) {
        var picture = read(bytes);
        for (var largest = side; largest >= 16; largest /= 2) {
            var drawn = png(fitted(picture, largest));
            if (drawn.length <= most) {
                return drawn;
            }
        }
        throw new IllegalArgumentException("This picture is too large");
    }

    private static BufferedImage read(byte[] bytes) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IllegalArgumentException("This is not a picture");
            }
            return read(readers.next(), in);
        } catch (IOException | RuntimeException | LinkageError damaged) {
            // Readers throw what they like at what is damaged.
            throw new IllegalArgumentException("This picture is damaged", damaged);
        }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in);
            return reader.read(largest(reader));
        } finally {
            reader.dispose();
        }
    }

    private static int largest(ImageReader reader) throws IOException {
        var largest = 0;
        for (var index = 0; index < Math.min(MOST_IN_ONE_FILE, reader.getNumImages(true)); index++) {
            if (reader.getWidth(index) > MOST_PIXELS_A_SIDE || reader.getHeight(index) > MOST_PIXELS_A_SIDE) {
                throw new IllegalArgumentException("A picture has at most 4,096 pixels a side");
            }
            largest = reader.getWidth(index) > reader.getWidth(largest) ? index : largest;
        }
        return largest;
    }

    private static BufferedImage fitted(BufferedImage picture, int side) {
        var factor = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = fitted.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return fitted;
    }

    private static byte[] png(BufferedImage picture) {
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("A PNG could not be written to memory", impossible);
        }
    }
}
