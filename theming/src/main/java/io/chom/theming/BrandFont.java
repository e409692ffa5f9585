package io.chom.theming;

import org.jspecify.annotations.Nullable;

/** The fonts a brand may choose from: open ones that we serve ourselves, and the one of the visitor's system. */
public enum BrandFont {
    /** Neutral and exact. */
    INTER("Inter", "inter", Fallback.SANS, new Metrics(107.03, 90.51, 22.54)),
    /** Round, warm, humanist. */
    NUNITO_SANS("Nunito Sans", "nunito-sans", Fallback.SANS, new Metrics(101.46, 99.65, 34.79)),
    /** Narrow and full of character. */
    BRICOLAGE_GROTESQUE("Bricolage Grotesque", "bricolage-grotesque", Fallback.SANS, new Metrics(105.79, 87.91, 25.52)),
    /** Geometric and technical. */
    SPACE_GROTESK("Space Grotesk", "space-grotesk", Fallback.SANS, new Metrics(110.1, 89.38, 26.52)),
    /** A serif for houses with a tradition: Adobe’s, in fewer weights and therefore under a name of its own, as its licence asks. */
    SOURCE_SERIF("House Serif", "house-serif", Fallback.SERIF, new Metrics(118.48, 87.44, 28.27)),
    /** What the visitor's system uses; nothing is loaded. */
    SYSTEM("System", null, Fallback.SANS, null);

    private final String family;
    private final @Nullable String folder;
    private final Fallback fallback;
    private final @Nullable Metrics metrics;

    BrandFont(String family, @Nullable String folder, Fallback fallback, @Nullable Metrics metrics) {
        this.family = family;
        this.folder = folder;
        this.fallback = fallback;
        this.metrics = metrics;
    }

    /** The name a person reads in a list of fonts. */
    public String family() {
        return family;
    }

    /** The folder of its files below the fonts' base address, or null if nothing is loaded. */
    public @Nullable String folder() {
        return folder;
    }

    /** The value of {@code font-family}. */
    public String css() {
        return folder == null
                ? fallback.stack
                : "\"%s\", \"%s fallback\", %s".formatted(family, family, fallback.stack);
    }

    /** The font's {@code @font-face} rules: its files, and a local font stretched to the same width. */
    String faces(String base) {
        if (folder == null || metrics == null) {
            return "";
        }
        return face(base, "latin-ext", Subset.LATIN_EXT) + face(base, "latin", Subset.LATIN) + matched(metrics);
    }

    private String face(String base, String subset, String range) {
        return """
                @font-face{font-family:"%s";font-style:normal;font-weight:400 600;font-display:swap;\
                src:url("%s%s/%s.woff2") format("woff2");unicode-range:%s}
                """.formatted(family, base, folder, subset, range);
    }

    private String matched(Metrics match) {
        return """
                @font-face{font-family:"%s fallback";src:%s;size-adjust:%s%%;ascent-override:%s%%;descent-override:%s%%;\
                line-gap-override:0%%}
                """.formatted(family, fallback.local, match.size, match.ascent, match.descent);
    }

    /** How wide and how high a local font must be drawn to take the place of ours, in per cent. */
    private record Metrics(double size, double ascent, double descent) {}

    private enum Fallback {
        SANS(
                "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif",
                "local(\"Arial\"),local(\"Helvetica\"),local(\"Liberation Sans\")"),
        SERIF("Georgia, \"Times New Roman\", serif", "local(\"Times New Roman\"),local(\"Liberation Serif\")");

        private final String stack;
        private final String local;

        Fallback(String stack, String local) {
            this.stack = stack;
            this.local = local;
        }
    }

    private static final class Subset {
        private static final String LATIN = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,"
                + "U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
        private static final String LATIN_EXT = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,"
                + "U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,"
                + "U+2C60-2C7F,U+A720-A7FF";

        private Subset() {}
    }
}
