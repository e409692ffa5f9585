package io.chom.theming;

/**
 * How light things are in one scheme, before anything is moved for contrast. Dark is designed, not inverted: surfaces
 * step lighter as they come nearer, and accents lose a little chroma.
 */
record Tones(
        double page,
        double surface,
        double raised,
        double sunken,
        double text,
        double muted,
        double hairline,
        double control,
        double soft,
        double softChroma,
        double signal,
        double accentChroma,
        double farSeries,
        double nearSeries) {

    static final Tones LIGHT =
            new Tones(0.982, 1.0, 0.995, 0.962, 0.235, 0.49, 0.915, 0.66, 0.953, 0.03, 0.52, 1.0, 0.27, 0.62);
    static final Tones DARK =
            new Tones(0.168, 0.205, 0.245, 0.188, 0.95, 0.735, 0.295, 0.55, 0.275, 0.055, 0.78, 0.94, 0.92, 0.56);

    static Tones of(Scheme scheme) {
        return switch (scheme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }
}
