package io.chom.theming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A brand, worked out: its colours and its files, each under an address that names its content and may therefore be
 * cached for ever. Working out takes about a millisecond, so keep the result as long as the brand does not change.
 *
 * @param brand what was worked out
 * @param tokens its palettes
 * @param stylesheet tokens and font
 * @param logoOnLight the logo for light surfaces
 * @param logoOnDark the logo for dark surfaces
 * @param favicon the mark in the browser's tab
 * @param font the brand's own font, if it has one
 * @param printed the same for documents
 * @param social the picture beside shared links, if there is one
 */
public record BrandAssets(
        Brand brand,
        BrandTokens tokens,
        Asset stylesheet,
        Asset logoOnLight,
        Asset logoOnDark,
        Asset favicon,
        @Nullable Asset font,
        @Nullable PrintedFont printed,
        @Nullable Asset social) {

    /**
     * One file.
     *
     * @param path the absolute path, {@code <place><hash>.<extension>}
     * @param contentType the media type
     * @param content the source of the bytes
     */
    public record Asset(String path, String contentType, Content content) {
        /** The file's bytes; a new array for every call. */
        public byte[] bytes() {
            return content.bytes();
        }
    }

    /** Where the bytes of a file come from. */
    @FunctionalInterface
    public interface Content {
        /** The bytes; a new array for every call. */
        byte[] bytes();
    }

    /** Where the files of a brand are that customers see. */
    public static final String PLACE = "/brand/";

    /** Works a brand out. */
    public static BrandAssets of(Brand brand) {
        return of(brand, PLACE);
    }

    /**
     * Works a brand out whose files are at another place.
     *
     * @param place an absolute path, ending with a slash
     */
    public static BrandAssets of(Brand brand, String place) {
        var tokens = BrandTokens.of(brand.look());
        var sheet = BrandStylesheet.of(brand, tokens);
        return new BrandAssets(
                brand,
                tokens,
                new Asset(
                        place + sheet.hash() + ".css",
                        "text/css;charset=utf-8",
                        () -> sheet.css().getBytes(StandardCharsets.UTF_8)),
                asset(place, brand.artwork().onLight()),
                asset(place, brand.artwork().onDark()),
                asset(place, brand.artwork().favicon()),
                font(place, brand.font()),
                brand.font() == null ? null : new PrintedFont(brand.font()),
                social(place, brand.artwork().social()));
    }

    /** All files; two may be the same if the brand uses one picture twice. */
    public List<Asset> all() {
        var all = new ArrayList<>(List.of(stylesheet, logoOnLight, logoOnDark, favicon));
        if (font != null) {
            all.add(font);
        }
        if (social != null) {
            all.add(social);
        }
        return List.copyOf(all);
    }

    /** The file at a path, if it is one of this brand's. */
    public Optional<Asset> at(String path) {
        for (Asset asset : all()) {
            if (asset.path().equals(path)) {
                return Optional.of(asset);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Asset font(String place, @Nullable OwnFont font) {
        return font == null ? null : new Asset(place + font.file(), "font/woff2", font::bytes);
    }

    private static @Nullable Asset social(String place, @Nullable SocialImage image) {
        return image == null ? null : new Asset(place + Digest.of(image.bytes()) + ".png", "image/png", image::bytes);
    }

    private static Asset asset(String place, Logo logo) {
        var path = "%s%s.%s"
                .formatted(place, Digest.of(logo.bytes()), logo.format().extension());
        return new Asset(path, logo.format().contentType(), logo::bytes);
    }
}
