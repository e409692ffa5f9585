package io.chom.theming;

/** How much room a brand gives to its content: the steps of the spacing scale and the height of controls. */
public enum Density {
    COMFORTABLE(new Scale(4, 8, 16, 24, 32), 36),
    /** For those who look at much at once; where one points with a finger, controls keep their size. */
    COMPACT(new Scale(4, 6, 12, 16, 24), 32);

    /** The unitless size from which Aura derives its paddings and gaps; its own is 16, and 18 for fingers. */
    private static final int AURA_COMPACT = 13;

    private final Scale scale;
    private final int control;

    Density(Scale scale, int control) {
        this.scale = scale;
        this.control = control;
    }

    /** The spacing between things that belong together, in CSS pixels. */
    public int gap() {
        return scale.m;
    }

    /** The height of buttons and fields, in CSS pixels. */
    public int control() {
        return control;
    }

    /** The custom properties, closed by a semicolon: {@code --ui-gap-xs} to {@code --ui-gap-xl}. */
    String css() {
        return "--ui-gap-xs:%dpx;--ui-gap-s:%dpx;--ui-gap:%dpx;--ui-gap-l:%dpx;--ui-gap-xl:%dpx;"
                .formatted(scale.xs, scale.s, scale.m, scale.l, scale.xl);
    }

    /** The rule for the height of controls. */
    String controls() {
        return switch (this) {
            case COMFORTABLE -> ":root{--ui-control-height:%dpx}\n".formatted(control);
            case COMPACT ->
                ":root{--ui-control-height:%dpx}\n@media (pointer:fine){:root{--ui-control-height:%dpx;--aura-base-size:%d}}\n"
                        .formatted(COMFORTABLE.control, control, AURA_COMPACT);
        };
    }

    /** The steps, in CSS pixels. */
    private record Scale(int xs, int s, int m, int l, int xl) {}
}
