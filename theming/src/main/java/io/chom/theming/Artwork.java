package io.chom.theming;

import org.jspecify.annotations.Nullable;

/**
 * The pictures of a brand.
 *
 * @param onLight the logo for light surfaces
 * @param onDark the logo for dark surfaces
 * @param favicon the square mark for the browser's tab
 * @param social the picture beside shared links, if there is one
 */
public record Artwork(
        Logo onLight, Logo onDark, Logo favicon, @Nullable SocialImage social) {
    /** Artwork without a picture for shared links. */
    public Artwork(Logo onLight, Logo onDark, Logo favicon) {
        this(onLight, onDark, favicon, null);
    }

    /** The initial of a name on a tile in the accent, beside the name: the artwork of a house that has none yet. */
    public static Artwork initial(String name, Color accent) {
        var tile = Initial.of(name, accent);
        return new Artwork(tile.wordmark(Color.of("#16181d")), tile.wordmark(Color.WHITE), tile.mark());
    }

    /** The same pictures with another logo for light surfaces. */
    public Artwork withOnLight(Logo other) {
        return new Artwork(other, onDark, favicon, social);
    }

    /** The same pictures with another logo for dark surfaces. */
    public Artwork withOnDark(Logo other) {
        return new Artwork(onLight, other, favicon, social);
    }

    /** The same pictures with another mark for the browser's tab. */
    public Artwork withFavicon(Logo other) {
        return new Artwork(onLight, onDark, other, social);
    }

    /** The same pictures with another one for shared links, or with none. */
    public Artwork withSocial(@Nullable SocialImage other) {
        return new Artwork(onLight, onDark, favicon, other);
    }
}
