package io.chom.theming.mail;

import io.chom.theming.BrandAssets;
import io.chom.theming.ColorMode;
import io.chom.theming.Palette;
import io.chom.theming.Token;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is around every letter of a brand: its name, logo, colours and legal line.
 *
 * @param scheme the colour schemes that a client may choose from, as CSS names them
 * @param day the colours that stand in the elements themselves
 * @param night what a client in the dark puts in their place; null for a brand with one mode
 * @param logo absolute address of the logo on the colours of {@code day}
 * @param nightLogo the same for {@code night}
 */
record Paper(
        String name,
        String scheme,
        Colors day,
        @Nullable Colors night,
        String logo,
        String nightLogo,
        String font,
        int card,
        int control,
        String legal,
        @Nullable String support) {

    /** Colours of a scheme as CSS writes them. */
    record Colors(
            String page,
            String surface,
            String hairline,
            String text,
            String muted,
            String accent,
            String onAccent,
            String link) {

        static Colors of(Palette palette) {
            return new Colors(
                    palette.color(Token.PAGE).hex(),
                    palette.color(Token.SURFACE).hex(),
                    palette.color(Token.HAIRLINE).hex(),
                    palette.color(Token.TEXT).hex(),
                    palette.color(Token.MUTED).hex(),
                    palette.color(Token.ACCENT).hex(),
                    palette.color(Token.ON_ACCENT).hex(),
                    palette.color(Token.ACCENT_TEXT).hex());
        }
    }

    static Paper of(BrandAssets assets, URI origin) {
        var brand = assets.brand();
        var mode = brand.look().mode();
        var contact = brand.contact();
        var tokens = assets.tokens();
        var dark = Colors.of(tokens.dark());
        var onDark = origin + assets.logoOnDark().path();
        return new Paper(
                brand.name(),
                scheme(mode),
                mode == ColorMode.DARK ? dark : Colors.of(tokens.light()),
                mode == ColorMode.AUTO ? dark : null,
                mode == ColorMode.DARK ? onDark : origin + assets.logoOnLight().path(),
                onDark,
                brand.look().font().css(),
                brand.look().corners().card(),
                brand.look().corners().control(),
                contact.legalFooter() == null ? brand.name() : contact.legalFooter(),
                contact.supportEmail());
    }

    private static String scheme(ColorMode mode) {
        return switch (mode) {
            case AUTO -> "light dark";
            case LIGHT -> "light only";
            case DARK -> "dark only";
        };
    }
}
