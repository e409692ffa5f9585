package io.chom.theming.website;

import io.chom.theming.Brand;
import io.chom.theming.Contact;
import io.chom.theming.Logo;
import io.chom.theming.Look;
import io.chom.theming.SocialImage;
import io.chom.theming.website.PictureSource.Use;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A website, as far as it could be fetched.
 *
 * @param page the page that was named
 * @param sheets the texts of its style sheets, in their order
 * @param pictures the best for each use first
 */
public record FetchedSite(SitePage page, List<String> sheets, List<Picture> pictures) {

    private static final int MOST_CANDIDATES = 6;

    /** What a picture is for, and its file. */
    public record Picture(Use use, byte[] file) {}

    /** What it makes of the brand of its house. There is always an answer, though there may be nothing in it. */
    public ProposedBrand proposal() {
        var styles = new SiteStyles(
                page.document(),
                Stream.concat(sheets.stream(), page.ownSheets().stream()).toList());
        var words = new SiteWords(page.document());
        var background = styles.background();
        var look =
                background.map(ground -> Choice.grounded(Look.DEFAULT, ground)).orElse(Look.DEFAULT);
        var family = styles.family();
        return new ProposedBrand(
                words.name().filter(name -> isValid(name, Brand::defaults)),
                logos(),
                pictures(Use.ICON, Logo::found).toList(),
                accents(styles, look),
                background,
                new ProposedBrand.Type(family, FontClass.nearest(family)),
                pictures(Use.SHARED, SocialImage::found).findFirst(),
                links(words));
    }

    private static List<ProposedColor> accents(SiteStyles styles, Look look) {
        return styles.accents().stream()
                .map(color -> ProposedColor.of(color, look))
                .toList();
    }

    /** Without any, a large icon is better than nothing. */
    private List<ProposedLogo> logos() {
        var logos = pictures(Use.LOGO, Logo::found).map(ProposedLogo::of).toList();
        return logos.isEmpty()
                ? pictures(Use.ICON, Logo::found).limit(2).map(ProposedLogo::of).toList()
                : logos;
    }

    private <T> Stream<T> pictures(Use use, Function<byte[], T> made) {
        return pictures.stream()
                .filter(picture -> picture.use() == use)
                .flatMap(picture -> attempt(() -> made.apply(picture.file())).stream())
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .limit(MOST_CANDIDATES);
    }

    private static ProposedBrand.Links links(SiteWords words) {
        Contact nobody = Contact.of("Nobody");
        return new ProposedBrand.Links(
                words.support().filter(address -> isValid(address, nobody::withSupportEmail)),
                words.help().flatMap(FetchedSite::address).filter(help -> isValid(help, nobody::withHelpUrl)),
                words.terms().flatMap(FetchedSite::address),
                words.imprint().flatMap(FetchedSite::address));
    }

    private static Optional<URI> address(String text) {
        return attempt(() -> URI.create(text));
    }

    private static <T> boolean isValid(T value, Function<T, ?> use) {
        return attempt(() -> use.apply(value)).isPresent();
    }

    private static <T> Optional<T> attempt(java.util.function.Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
