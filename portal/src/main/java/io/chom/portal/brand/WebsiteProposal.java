package io.chom.portal.brand;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.theming.BrandFont;
import io.chom.theming.Color;
import io.chom.theming.Logo;
import io.chom.theming.SocialImage;
import io.chom.theming.website.Choice;
import io.chom.theming.website.ProposedBrand;
import io.chom.theming.website.ProposedColor;
import io.chom.theming.website.ProposedLogo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a website makes of a brand, each part with a mark that says whether to take it. */
final class WebsiteProposal extends Composite<Div> {

    private final Language language;
    private final transient Supplier<Choice> choice;

    WebsiteProposal(Language language, ProposedBrand found) {
        this.language = language;
        Choice all = found.choice();
        var name = words("name", found.name(), found.name().orElse(""));
        var onLight = logos("on-light", found, all.onLight());
        var onDark = logos("on-dark", found, all.onDark());
        var favicon = pictures("favicon", found.favicons(), all.favicon());
        var accent = accents(found.accents());
        var background = background(found.background());
        var font = words("font", found.type().nearest(), font(found.type()));
        var social = social(found.social());
        var support = words(
                "support", found.links().support(), found.links().support().orElse(""));
        var help = words(
                "help",
                found.links().help(),
                found.links().help().map(Object::toString).orElse(""));
        choice = () -> new Choice(
                name.get(),
                onLight.get(),
                onDark.get(),
                favicon.get(),
                accent.get(),
                background.get(),
                font.get(),
                social.get(),
                support.get(),
                help.get());
        getContent().addClassName("website-parts");
    }

    /** The parts that are marked. */
    Choice choice() {
        return choice.get();
    }

    private <T> Supplier<Optional<T>> words(String part, Optional<T> found, String said) {
        var words = new Span(said);
        words.addClassName("website-words");
        return part(part, found.isPresent(), found.isPresent(), () -> found, words);
    }

    private Supplier<Optional<Logo>> logos(String part, ProposedBrand found, Optional<Logo> preferred) {
        var pictures = found.logos().stream().map(ProposedLogo::picture).toList();
        return tiles(part, pictures, preferred, "ground-" + part);
    }

    private Supplier<Optional<Logo>> pictures(String part, List<Logo> found, Optional<Logo> preferred) {
        return tiles(part, found, preferred, "ground-" + part);
    }

    private Supplier<Optional<Logo>> tiles(String part, List<Logo> found, Optional<Logo> preferred, String ground) {
        var mark = new Checkbox(say(part), preferred.isPresent());
        var tiles = new Tiles<>(say(part), found, preferred)
                .whenChosen(() -> mark.setValue(true))
                .drawn(
                        logo -> picture(BrandPreview.address(logo)),
                        logo -> language.say("brand.website.picture", say(part), found.indexOf(logo) + 1, found.size()),
                        "logo-tile",
                        ground);
        add(mark, !found.isEmpty(), tiles);
        return () -> Optional.of(mark)
                .filter(Checkbox::getValue)
                .filter(on -> !found.isEmpty())
                .map(on -> tiles.value());
    }

    private Supplier<Optional<Color>> accents(List<ProposedColor> found) {
        var moved = new Span();
        moved.addClassNames("muted", "small");
        moved.getElement().setAttribute("role", "status");
        var mark = new Checkbox(say("accent"), !found.isEmpty());
        var tiles = new Tiles<>(say("accent"), found, Optional.empty())
                .drawn(color -> swatch(color.given()), color -> color.given().hex());
        Runnable told = () -> moved.setText(found.isEmpty() ? "" : said(tiles.value()));
        tiles.whenChosen(() -> {
            mark.setValue(true);
            told.run();
        });
        told.run();
        add(mark, !found.isEmpty(), tiles, moved);
        return () -> Optional.of(mark)
                .filter(Checkbox::getValue)
                .filter(on -> !found.isEmpty())
                .map(on -> tiles.value().given());
    }

    private String said(ProposedColor color) {
        return color.isMoved()
                ? language.say(
                        "brand.website.moved",
                        color.asked().hex(),
                        color.given().hex())
                : color.given().hex();
    }

    private Supplier<Optional<Color>> background(Optional<Color> found) {
        var shown = new Div();
        shown.addClassName("website-words");
        found.ifPresent(color -> shown.add(swatch(color), new Span(color.hex())));
        return part("background", found.isPresent(), found.isPresent(), () -> found, shown);
    }

    private String font(ProposedBrand.Type type) {
        String ours = type.nearest()
                .map(font -> font == BrandFont.SYSTEM ? language.say("brand.font.system") : font.family())
                .orElse("");
        String theirs = type.families().split(",")[0].replaceAll("[\"']", "").strip();
        return theirs.equalsIgnoreCase(ours) ? ours : language.say("brand.website.nearest", ours, theirs);
    }

    private Supplier<Optional<SocialImage>> social(Optional<SocialImage> found) {
        var tile = new Div();
        tile.addClassNames("logo-tile", "social-tile");
        found.ifPresent(image -> tile.add(picture("data:image/png;base64," + image.content())));
        return part("social", found.isPresent(), found.isPresent(), () -> found, tile);
    }

    private <T> Supplier<Optional<T>> part(
            String part, boolean isThere, boolean isMarked, Supplier<Optional<T>> value, Component shown) {
        var mark = new Checkbox(say(part), isMarked);
        add(mark, isThere, shown);
        return () -> mark.getValue() ? value.get() : Optional.empty();
    }

    private void add(Checkbox mark, boolean isThere, Component... shown) {
        if (isThere) {
            var row = new Div(mark);
            row.add(shown);
            row.addClassName("website-part");
            getContent().add(row);
        }
    }

    private static Image picture(String address) {
        var picture = new Image();
        picture.setSrc(address);
        picture.setAlt("");
        return picture;
    }

    private static Span swatch(Color color) {
        var swatch = new Span();
        swatch.addClassNames("swatch", "plain-swatch");
        swatch.getElement().setAttribute("aria-hidden", "true");
        swatch.getStyle().set("--front", color.hex()).set("--back", color.hex());
        return swatch;
    }

    private String say(String part) {
        return language.say("brand." + part);
    }
}
