package io.chom.theming.icons;

/**
 * What an icon is for, and how it is drawn for that. The safe zone of a maskable icon is the circle around its centre whose
 * radius is 40 % of its side (<a href="https://www.w3.org/TR/appmanifest/#icon-masks">Web Application Manifest, icon
 * masks</a>); whoever shows it may cut off the rest.
 */
public enum IconUse {
    /** For lists and small tiles; clear around the mark. */
    SMALL(192, false),
    /** For splash screens; clear around the mark. */
    LARGE(512, false),
    /** For systems that cut their own shape; the mark in the safe zone on the brand's background. */
    MASKABLE(512, true),
    /** For home screens that know no transparency and round the corners themselves. */
    TOUCH(180, true);

    private static final double SAFE = 0.8;

    private final int side;
    private final boolean opaque;

    IconUse(int side, boolean opaque) {
        this.side = side;
        this.opaque = opaque;
    }

    /** Of the square, in pixels. */
    public int side() {
        return side;
    }

    /** Whether it lies on the brand's background. */
    public boolean isOpaque() {
        return opaque;
    }

    /** How many pixels one unit of a mark of this size becomes. */
    double scale(double width, double height) {
        return switch (this) {
            case SMALL, LARGE -> side / Math.max(width, height);
            case MASKABLE -> side * SAFE / Math.hypot(width, height);
            case TOUCH -> side * SAFE / Math.max(width, height);
        };
    }
}
