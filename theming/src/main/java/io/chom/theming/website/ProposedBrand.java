package io.chom.theming.website;

import io.chom.theming.BrandFont;
import io.chom.theming.Color;
import io.chom.theming.Logo;
import io.chom.theming.SocialImage;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a website makes of the brand of its house. Every part can be worn as it is; none has to.
 *
 * @param name of the house
 * @param logos the likeliest first
 * @param favicons the best first
 * @param accents its colours, the most used first
 * @param background behind everything
 * @param type what it is written in
 * @param social what stands beside shared links
 * @param links where it can be reached
 */
public record ProposedBrand(
        Optional<String> name,
        List<ProposedLogo> logos,
        List<Logo> favicons,
        List<ProposedColor> accents,
        Optional<Color> background,
        Type type,
        Optional<SocialImage> social,
        Links links) {

    public ProposedBrand {
        logos = List.copyOf(logos);
        favicons = List.copyOf(favicons);
        accents = List.copyOf(accents);
    }

    /**
     * Type.
     *
     * @param families as the style sheets name them, the first choice first; empty if they do not
     * @param nearest of the fonts that we serve
     */
    public record Type(String families, Optional<BrandFont> nearest) {}

    /**
     * Where a house can be reached.
     *
     * @param support an e-mail address
     * @param help pages with help
     * @param terms its terms
     * @param imprint who it is by law
     */
    public record Links(Optional<String> support, Optional<URI> help, Optional<URI> terms, Optional<URI> imprint) {}

    /** Whether nothing was found that shows on a screen. */
    public boolean isEmpty() {
        return logos.isEmpty() && favicons.isEmpty() && accents.isEmpty();
    }

    /** All of it; of several pictures and colours the first that fits. */
    public Choice choice() {
        return new Choice(
                name,
                logo(one -> one.ground().isLight()),
                logo(one -> one.ground().isDark()),
                favicons.stream().findFirst(),
                accents.stream().findFirst().map(ProposedColor::given),
                background,
                type.nearest(),
                social,
                links.support(),
                links.help());
    }

    private Optional<Logo> logo(Predicate<ProposedLogo> fits) {
        return logos.stream().filter(fits).findFirst().map(ProposedLogo::picture);
    }
}
