package io.chom.theming;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that makes a house recognisable. A brand is valid or does not exist; whether its colours can be read is
 * not its matter but that of {@link BrandTokens}, which moves them until they can. Has only plain components, so any
 * JSON mapper can store it.
 *
 * @param name what customers call the house, 1..60 characters on one line, nothing invisible
 * @param promise the one sentence of the landing page, 1..160 characters
 * @param look colours, font, corners, mode
 * @param artwork logos and favicon
 * @param contact who answers, and under which name mail is sent
 * @param font the house's own font, worn in place of the look's; mostly there is none
 * @param wording its own words; the usual ones where a stored brand does not say
 * @param languages what it speaks; all that we do where a stored brand does not say
 */
public record Brand(
        String name,
        String promise,
        Look look,
        Artwork artwork,
        Contact contact,
        @Nullable OwnFont font,
        Wording wording,
        BrandLanguages languages) {
    /** @throws IllegalArgumentException if the name or the promise is empty, too long or has an invisible character */
    public Brand {
        name = PlainText.line("A brand's name", name, 60);
        promise = PlainText.line("A brand's promise", promise, 160);
        wording = Objects.requireNonNullElse(wording, Wording.USUAL);
        languages = Objects.requireNonNullElse(languages, BrandLanguages.ALL);
    }

    /** A brand in the font of its look, in the usual words and all languages. */
    public Brand(String name, String promise, Look look, Artwork artwork, Contact contact) {
        this(name, promise, look, artwork, contact, null, Wording.USUAL, BrandLanguages.ALL);
    }

    /**
     * A complete, quiet brand that carries only a name: grey-blue neutrals, a blue accent and the initial as artwork.
     *
     * @throws IllegalArgumentException if the name is not valid
     */
    public static Brand defaults(String name) {
        var valid = PlainText.line("A brand's name", name, 60);
        var artwork = Artwork.initial(valid, Look.DEFAULT.accent());
        return new Brand(
                valid, "Your sites, your usage and your bills in one place.", Look.DEFAULT, artwork, Contact.of(valid));
    }

    /** The same brand under another name. */
    public Brand withName(String newName) {
        return new Brand(newName, promise, look, artwork, contact, font, wording, languages);
    }

    /** The same brand with another promise. */
    public Brand withPromise(String newPromise) {
        return new Brand(name, newPromise, look, artwork, contact, font, wording, languages);
    }

    /** The same brand with another look. */
    public Brand withLook(Look newLook) {
        return new Brand(name, promise, newLook, artwork, contact, font, wording, languages);
    }

    /** The same brand with other logos. */
    public Brand withArtwork(Artwork newArtwork) {
        return new Brand(name, promise, look, newArtwork, contact, font, wording, languages);
    }

    /** The same brand with another contact. */
    public Brand withContact(Contact newContact) {
        return new Brand(name, promise, look, artwork, newContact, font, wording, languages);
    }

    /** The same brand in a font of its own, or in the one of its look. */
    public Brand withFont(@Nullable OwnFont newFont) {
        return new Brand(name, promise, look, artwork, contact, newFont, wording, languages);
    }

    /** The same brand in other words. */
    public Brand withWording(Wording newWording) {
        return new Brand(name, promise, look, artwork, contact, font, newWording, languages);
    }

    /** The same brand that speaks other languages. */
    public Brand withLanguages(BrandLanguages newLanguages) {
        return new Brand(name, promise, look, artwork, contact, font, wording, newLanguages);
    }

    /** The value of {@code font-family} in which the brand is written. */
    public String fontFamily() {
        return font == null ? look.font().css() : font.css(look.font());
    }
}
