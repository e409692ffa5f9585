package io.chom.theming.pages;

import io.chom.theming.BrandAssets;
import io.chom.theming.ColorMode;
import io.chom.theming.Token;
import io.chom.theming.icons.AppIcons;
import io.chom.theming.icons.IconUse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every branded page has around its content: head, logo, footer. */
record Frame(
        String name,
        URI home,
        String title,
        String description,
        @Nullable String mode,
        BrandAssets assets,
        String lightBar,
        String darkBar,
        @Nullable String touchIcon,
        @Nullable URI help,
        @Nullable String support,
        @Nullable String legal,
        boolean poweredBy,
        String language,
        Map<String, String> words) {

    private static final URI START = URI.create("/");

    /** Around a page of the portal, whose start page and manifest are on the same server. */
    static Frame of(BrandAssets assets, String title, String description) {
        String touchIcon =
                isWorn(assets) ? AppIcons.of(assets).of(IconUse.TOUCH).path() : null;
        return around(assets, START, title, description, touchIcon, english(assets));
    }

    /**
     * Around any page.
     *
     * @param home where the logo leads
     */
    static Frame of(BrandAssets assets, URI home, String title, String description) {
        return around(assets, home, title, description, null, english(assets));
    }

    /** The same around words of the brand's language that is nearest to this one. */
    Frame in(Locale wanted) {
        return around(assets, home, title, description, touchIcon, Words.of(assets.brand(), wanted));
    }

    private static Words english(BrandAssets assets) {
        return Words.of(Locale.ENGLISH, assets.brand().wording());
    }

    private static Frame around(
            BrandAssets assets, URI home, String title, String description, @Nullable String touchIcon, Words words) {
        var brand = assets.brand();
        var tokens = assets.tokens();
        var contact = brand.contact();
        return new Frame(
                brand.name(),
                home,
                title,
                description,
                fixed(brand.look().mode()),
                assets,
                tokens.light().color(Token.PAGE).hex(),
                tokens.dark().color(Token.PAGE).hex(),
                touchIcon,
                contact.helpUrl(),
                contact.supportEmail(),
                contact.legalFooter(),
                contact.poweredBy(),
                words.language().toLanguageTag(),
                words.all());
    }

    /** A draft has its files elsewhere, and nobody installs it. */
    private static boolean isWorn(BrandAssets assets) {
        return assets.favicon().path().startsWith(BrandAssets.PLACE);
    }

    /** A brand with one mode says so on the root element; otherwise the visitor's system decides. */
    private static @Nullable String fixed(ColorMode mode) {
        return switch (mode) {
            case LIGHT, DARK -> mode.css();
            case AUTO -> null;
        };
    }
}
