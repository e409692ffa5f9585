package io.chom.portal.brand;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.theming.Artwork;
import io.chom.theming.Brand;
import io.chom.theming.ColorMode;
import io.chom.theming.Contact;
import io.chom.theming.Corners;
import io.chom.theming.Density;
import io.chom.theming.Logo;
import io.chom.theming.Look;
import io.chom.theming.Term;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a brand, in their sections. */
final class BrandForm extends Composite<Div> {

    private final Language language;
    private final transient BrandFields fields;

    /** @param changed told of each brand that a person makes */
    BrandForm(Language language, Consumer<Brand> changed) {
        this.language = language;
        this.fields = new BrandFields(language, changed);
        getContent().addClassName("stack");
        getContent().add(words(), colors(), shape(), logos(), wording(), contact());
    }

    /** Fills the fields. */
    void show(Brand brand) {
        fields.show(brand);
    }

    /** Changes the brand that the fields show. */
    void change(UnaryOperator<Brand> change) {
        fields.change(change);
    }

    private Div words() {
        return section(
                "words",
                fields.text("name", Brand::name, Brand::withName),
                fields.text("promise", Brand::promise, Brand::withPromise));
    }

    private Div colors() {
        // Together, so that what is said of the accent takes no room while there is nothing to say.
        var accent = new Div(fields.color("accent", Look::accent, Look::withAccent), fields.advice());
        return section("colors", accent, fields.color("background", Look::background, Look::withBackground));
    }

    private Div shape() {
        return section(
                "shape",
                fields.font(),
                fields.ownFont(),
                fields.choice("corners", Corners.values(), Look::corners, Look::withCorners),
                fields.choice("density", Density.values(), Look::density, Look::withDensity),
                fields.choice("mode", ColorMode.values(), Look::mode, Look::withMode));
    }

    private Div logos() {
        return section(
                "logos",
                logo("on-light", Artwork::onLight, Artwork::withOnLight),
                logo("on-dark", Artwork::onDark, Artwork::withOnDark),
                logo("favicon", Artwork::favicon, Artwork::withFavicon),
                fields.social());
    }

    private LogoField logo(String words, Function<Artwork, Logo> read, BiFunction<Artwork, Logo, Artwork> write) {
        return fields.logo(
                words,
                brand -> read.apply(brand.artwork()),
                (brand, logo) -> brand.withArtwork(write.apply(brand.artwork(), logo)));
    }

    private Div wording() {
        var hint = new Paragraph(language.say("brand.wording.hint"));
        hint.addClassName("muted");
        var parts = Stream.of(
                Stream.of(hint), Arrays.stream(Term.values()).map(fields::term), Stream.of(fields.languages()));
        return section("wording", parts.flatMap(part -> part).toArray(Component[]::new));
    }

    private Div contact() {
        return section(
                "contact",
                line("sender", Contact::senderName, Contact::withSenderName),
                line("support", Contact::supportEmail, (all, text) -> all.withSupportEmail(given(text))),
                hinted("help", line("help", BrandForm::help, (all, text) -> all.withHelpUrl(address(text)))),
                hinted("footer", line("footer", Contact::legalFooter, (all, text) -> all.withLegalFooter(given(text)))),
                fields.check(
                        "powered-by",
                        brand -> brand.contact().poweredBy(),
                        (brand, on) -> brand.withContact(brand.contact().withPoweredBy(on))));
    }

    private TextField line(
            String words, Function<Contact, @Nullable String> read, BiFunction<Contact, String, Contact> write) {
        return fields.text(
                words,
                brand -> read.apply(brand.contact()),
                (brand, text) -> brand.withContact(write.apply(brand.contact(), text)));
    }

    private TextField hinted(String words, TextField field) {
        field.setHelperText(language.say("brand." + words + ".hint"));
        return field;
    }

    private Div section(String words, Component... parts) {
        var form = new Div(parts);
        form.addClassName("form");
        var card = new Div(new H2(language.say("brand." + words)), form);
        card.addClassName("card");
        return card;
    }

    private static @Nullable String help(Contact contact) {
        URI address = contact.helpUrl();
        return address == null ? null : address.toString();
    }

    private static @Nullable URI address(String text) {
        try {
            return text.isEmpty() ? null : new URI(text);
        } catch (URISyntaxException none) {
            throw new IllegalArgumentException("A help address is written such as https://help.example.com/", none);
        }
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
