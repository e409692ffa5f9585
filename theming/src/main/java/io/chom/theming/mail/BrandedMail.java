package io.chom.theming.mail;

import io.chom.theming.BrandAssets;
import io.chom.theming.pages.Template;
import java.net.URI;
import java.util.Locale;

/** Writes a letter on a brand's paper; sends nothing. */
public final class BrandedMail {
    private final Template template = Template.beside(BrandedMail.class, "letter");

    /**
     * A letter in both forms.
     *
     * @param html a whole document; tables and inline styles, as mail clients know no others
     * @param text the same in plain words, lines ended by line feeds
     */
    public record Written(String html, String text) {}

    /**
     * Writes the letter.
     *
     * @param assets whose paper it is
     * @param origin where the brand's portal is, without a path; its logo is loaded from there
     * @param language of the letter's words
     */
    public Written write(BrandAssets assets, URI origin, Locale language, Letter letter) {
        var html = template.render(
                new Model(Paper.of(assets, origin), letter, !letter.facts().isEmpty(), language.toLanguageTag()));
        return new Written(html, PlainLetter.of(assets.brand(), letter));
    }

    private record Model(Paper paper, Letter letter, boolean hasFacts, String language) {}
}
