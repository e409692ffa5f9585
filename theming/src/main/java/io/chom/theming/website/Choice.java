package io.chom.theming.website;

import io.chom.theming.Artwork;
import io.chom.theming.Brand;
import io.chom.theming.BrandFont;
import io.chom.theming.Color;
import io.chom.theming.ColorMode;
import io.chom.theming.Contact;
import io.chom.theming.Logo;
import io.chom.theming.Look;
import io.chom.theming.SocialImage;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The parts of a proposal that are to be worn; what is empty stays as it was.
 *
 * @param name of the house
 * @param onLight the logo for light ground
 * @param onDark the logo for dark ground
 * @param favicon the mark in the browser's tab
 * @param accent may clash with the rest; then the nearest that does not takes its place
 * @param background behind everything; a dark one has visitors start in the dark
 * @param font one of ours, also in place of a font of the house's own
 * @param social what stands beside shared links
 * @param support an e-mail address
 * @param help pages with help
 */
public record Choice(
        Optional<String> name,
        Optional<Logo> onLight,
        Optional<Logo> onDark,
        Optional<Logo> favicon,
        Optional<Color> accent,
        Optional<Color> background,
        Optional<BrandFont> font,
        Optional<SocialImage> social,
        Optional<String> support,
        Optional<URI> help) {

    /** Ground that is darker than this is that of a dark site. */
    private static final double DARK = 0.35;

    /** The brand with these parts; its accent can be read. */
    public Brand on(Brand brand) {
        return with(
                with(brand, name, Brand::withName)
                        .withLook(look(brand.look()))
                        .withArtwork(artwork(brand.artwork()))
                        .withContact(contact(brand.contact())),
                font,
                (all, ours) -> all.withFont(null));
    }

    private Look look(Look look) {
        var worn = with(with(with(look, accent, Look::withAccent), background, Choice::grounded), font, Look::withFont);
        return accent.isPresent() || background.isPresent() ? ProposedColor.readable(worn) : worn;
    }

    static Look grounded(Look look, Color ground) {
        var mode = ground.lightness() < DARK
                ? ColorMode.DARK
                : look.mode() == ColorMode.DARK ? ColorMode.AUTO : look.mode();
        return look.withBackground(ground).withMode(mode);
    }

    private Artwork artwork(Artwork artwork) {
        var light = with(artwork, onLight, Artwork::withOnLight);
        var both = with(light, onDark, Artwork::withOnDark);
        return with(with(both, favicon, Artwork::withFavicon), social, Artwork::withSocial);
    }

    private Contact contact(Contact contact) {
        return with(with(contact, support, Contact::withSupportEmail), help, Contact::withHelpUrl);
    }

    private static <T, P> T with(T before, Optional<P> part, BiFunction<T, P, T> worn) {
        return part.map(one -> worn.apply(before, one)).orElse(before);
    }
}
