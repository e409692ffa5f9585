package io.chom.theming;

/**
 * The pictures of a brand.
 *
 * @param onLight the logo for light surfaces
 * @param onDark the logo for dark surfaces
 * @param favicon the square mark for the browser's tab
 */
public record Artwork(Logo onLight, Logo onDark, Logo favicon) {

    /** The initial of a name on a tile in the accent, beside the name: the artwork of a house that has none yet. */
    static Artwork initial(String name, Color accent) {
        var tile = Initial.of(name, accent);
        return new Artwork(tile.wordmark(Color.of("#16181d")), tile.wordmark(Color.WHITE), tile.mark());
    }

    /** The same pictures with another logo for light surfaces. */
    public Artwork withOnLight(Logo other) {
        return new Artwork(other, onDark, favicon);
    }

    /** The same pictures with another logo for dark surfaces. */
    public Artwork withOnDark(Logo other) {
        return new Artwork(onLight, other, favicon);
    }

    /** The same pictures with another mark for the browser's tab. */
    public Artwork withFavicon(Logo other) {
        return new Artwork(onLight, onDark, other);
    }
}
