package io.chom.theming;

import java.util.Objects;

/**
 * The choices from which a palette is computed.
 *
 * @param accent the colour of the primary action, links, selection and the main series
 * @param background the seed of the neutrals: its hue tints surfaces, text and hairlines
 * @param font one of the bundled fonts
 * @param corners how round cards and controls are
 * @param mode the colour scheme a visitor starts with
 * @param density how much room there is between and in things; comfortable where a stored look does not say
 */
public record Look(Color accent, Color background, BrandFont font, Corners corners, ColorMode mode, Density density) {
    /** The look of a house that has chosen nothing yet. */
    public static final Look DEFAULT =
            new Look(Color.of("#3b82f6"), Color.of("#f8fafc"), BrandFont.INTER, Corners.SOFT, ColorMode.AUTO);

    /** The look of a page that must not name anybody: greys and the system's font. */
    public static final Look NEUTRAL =
            new Look(Color.of("#3f4650"), Color.of("#f9fafb"), BrandFont.SYSTEM, Corners.SOFT, ColorMode.AUTO);

    public Look {
        density = Objects.requireNonNullElse(density, Density.COMFORTABLE);
    }

    /** A comfortable look. */
    public Look(Color accent, Color background, BrandFont font, Corners corners, ColorMode mode) {
        this(accent, background, font, corners, mode, Density.COMFORTABLE);
    }

    /** The same look with another accent. */
    public Look withAccent(Color other) {
        return new Look(other, background, font, corners, mode, density);
    }

    /** The same look with another background. */
    public Look withBackground(Color other) {
        return new Look(accent, other, font, corners, mode, density);
    }

    /** The same look in another font. */
    public Look withFont(BrandFont other) {
        return new Look(accent, background, other, corners, mode, density);
    }

    /** The same look with other corners. */
    public Look withCorners(Corners other) {
        return new Look(accent, background, font, other, mode, density);
    }

    /** The same look that visitors start with in another mode. */
    public Look withMode(ColorMode other) {
        return new Look(accent, background, font, corners, other, density);
    }

    /** The same look with more or less room. */
    public Look withDensity(Density other) {
        return new Look(accent, background, font, corners, mode, other);
    }
}
