package io.chom.theming.icons;

import io.chom.theming.Artwork;
import io.chom.theming.BrandAssets;
import io.chom.theming.Digest;
import io.chom.theming.Token;
import io.chom.theming.drawing.Drawing;
import io.chom.theming.drawing.Typeface;
import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * A picture of a brand for home screens. Its address names all that it is drawn from, so it is known before anything is
 * drawn, and what is there may be cached for ever.
 *
 * @param assets whose icon it is
 * @param use what it is for
 * @param path the absolute path
 */
public record AppIcon(BrandAssets assets, IconUse use, String path) {

    /** Of all of them. */
    public static final String CONTENT_TYPE = "image/png";

    /** Counts how icons were drawn so far: whoever changes that changes their addresses, too. */
    private static final int EDITION = 1;

    static AppIcon of(BrandAssets assets, IconUse use) {
        var source = "%d %s %s %s %s"
                .formatted(
                        EDITION,
                        use,
                        assets.favicon().path().replaceFirst(".*/", ""),
                        ground(assets),
                        assets.brand().look().font());
        return new AppIcon(assets, use, BrandAssets.PLACE + Digest.of(source) + ".png");
    }

    /** The PNG, drawn anew with every call, which takes some tenths of a second: not for an event loop. */
    public byte[] draw() {
        try {
            return draw(mark(assets));
        } catch (RuntimeException undrawable) {
            // Browsers forgive more than we do. A house always has its initial.
            var brand = assets.brand();
            var initial = Artwork.initial(brand.name(), brand.look().accent());
            return draw(Drawing.of(initial.favicon(), Typeface.of(brand.look().font())));
        }
    }

    private static Drawing mark(BrandAssets assets) {
        var brand = assets.brand();
        return Drawing.of(brand.artwork().favicon(), Typeface.of(brand.look().font()));
    }

    private byte[] draw(Drawing mark) {
        var side = use.side();
        var picture = new BufferedImage(
                side, side, use.isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        if (use.isOpaque()) {
            var ground = picture.createGraphics();
            ground.setColor(Color.decode(ground(assets)));
            ground.fillRect(0, 0, side, side);
            ground.dispose();
        }
        var scale = use.scale(mark.width(), mark.height());
        var across = even(mark.width() * scale);
        var down = even(mark.height() * scale);
        mark.draw(picture, (side - across) / 2, (side - down) / 2, across, down);
        return Drawing.png(picture);
    }

    /** An even number of pixels has its centre where the square has it. */
    private static int even(double pixels) {
        return Math.max(2, (int) pixels / 2 * 2);
    }

    private static String ground(BrandAssets assets) {
        return assets.tokens().first().color(Token.PAGE).hex();
    }
}
