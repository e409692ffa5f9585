package io.chom.theming;

/** Which colour scheme a brand starts with; a person's own choice overrides it. */
public enum ColorMode {
    LIGHT("light"),
    DARK("dark"),
    /** Follows the visitor's system. */
    AUTO("light dark");

    private final String css;

    ColorMode(String css) {
        this.css = css;
    }

    /** The value of the CSS property {@code color-scheme}. */
    public String css() {
        return css;
    }
}
