package io.chom.theming.pages;

import io.chom.theming.BrandAssets;
import io.chom.theming.ColorMode;
import io.chom.theming.Token;
import io.chom.theming.icons.AppIcon;
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
        var frame = of(assets, START, title, description);
        return isWorn(assets) ? frame.with(AppIcons.of(assets).of(IconUse.TOUCH)) : frame;
    }

    /**
     * Around any page.
     *
     * @param home where the logo leads
     */
    static Frame of(BrandAssets assets, URI home, String title, String description) {
        var brand = assets.brand();
        var tokens = assets.tokens();
        var contact = brand.contact();
        var words = Words.of(Locale.ENGLISH, brand.wording());
        return new Frame(
                brand.name(),
                home,
                title,
                description,
                fixed(brand.look().mode()),
                assets,
                tokens.light().color(Token.PAGE).hex(),
                tokens.dark().color(Token.PAGE).hex(),
                null,
                contact.helpUrl(),
                contact.supportEmail(),
                contact.legalFooter(),
                contact.poweredBy(),
                words.language().toLanguageTag(),
                words.all());
    }

    private Frame with(AppIcon touch) {
        return new Frame(
                name,
                home,
                title,
                description,
                mode,
                assets,
                lightBar,
                darkBar,
                touch.path(),
                help,
                support,
                legal,
                poweredBy,
                language,
                words);
    }

    /** The same around words of the brand's language that is nearest to this one. */
    Frame in(Locale wanted) {
        var words = Words.of(assets.brand(), wanted);
        return new Frame(
                name,
                home,
                title,
                description,
                mode,
                assets,
                lightBar,
                darkBar,
                touchIcon,
                help,
                support,
                legal,
                poweredBy,
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
