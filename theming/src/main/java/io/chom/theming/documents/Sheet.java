package io.chom.theming.documents;

import io.chom.theming.BrandAssets;
import io.chom.theming.Palette;
import io.chom.theming.Token;
import io.chom.theming.drawing.Typeface;
import io.chom.theming.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is around every document of a brand: its logo, colours and legal line. Paper is white, so it is always the light
 * palette, whose words are readable on grounds that are a little darker.
 *
 * @param title of the document, for lists of files and for who hears it
 * @param house the brand's name
 * @param paper width and height as CSS writes them
 * @param pageBefore what stands before, between and behind the numbers of the page and of all pages
 */
record Sheet(
        String title,
        String house,
        String language,
        String paper,
        Colors colors,
        Emblem logo,
        String legal,
        @Nullable String support,
        String pageBefore,
        String pageBetween,
        String pageAfter) {

    /** Colours as CSS writes them. */
    record Colors(String text, String muted, String hairline, String accent, String link) {

        static Colors of(Palette palette) {
            return new Colors(
                    palette.color(Token.TEXT).hex(),
                    palette.color(Token.MUTED).hex(),
                    palette.color(Token.HAIRLINE).hex(),
                    palette.color(Token.ACCENT).hex(),
                    palette.color(Token.ACCENT_TEXT).hex());
        }
    }

    static Sheet of(BrandAssets assets, Edition edition, Words words, String title) {
        var brand = assets.brand();
        var contact = brand.contact();
        var page = words.say("page", "\n", "\n").split("\n", -1);
        return new Sheet(
                title,
                brand.name(),
                words.language().toLanguageTag(),
                edition.paper().css(),
                Colors.of(assets.tokens().light()),
                Emblem.of(brand.artwork().onLight(), Typeface.of(brand.look().font())),
                contact.legalFooter() == null ? brand.name() : contact.legalFooter(),
                contact.supportEmail(),
                page[0],
                page[1],
                page[2]);
    }
}
