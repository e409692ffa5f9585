package io.chom.portal.brand;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Segments;
import io.chom.tenants.tenancy.BrandStudio;
import io.chom.theming.Artwork;
import io.chom.theming.Brand;
import io.chom.theming.BrandFont;
import io.chom.theming.Color;
import io.chom.theming.ColorMode;
import io.chom.theming.Contact;
import io.chom.theming.Corners;
import io.chom.theming.Logo;
import io.chom.theming.Look;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The fields of a brand. Each change of one makes another brand; what makes none is marked and changes nothing. */
final class BrandForm extends Composite<Div> {

    private final Language language;
    private final transient Consumer<Brand> changed;
    private final transient List<Consumer<Brand>> fields = new ArrayList<>();
    private transient @Nullable Brand shown;

    /** @param changed told of each brand that a person makes */
    BrandForm(Language language, Consumer<Brand> changed) {
        this.language = language;
        this.changed = changed;
        getContent().addClassName("stack");
        getContent()
                .add(
                        section(
                                "words",
                                text("name", Brand::name, Brand::withName),
                                text("promise", Brand::promise, Brand::withPromise)),
                        section(
                                "colors",
                                color("accent", Look::accent, BrandForm::accent),
                                advice(),
                                color("background", Look::background, BrandForm::background)),
                        section("shape", font(), corners(), mode()),
                        section(
                                "logos",
                                logo(
                                        "on-light",
                                        Artwork::onLight,
                                        (all, one) -> new Artwork(one, all.onDark(), all.favicon())),
                                logo(
                                        "on-dark",
                                        Artwork::onDark,
                                        (all, one) -> new Artwork(all.onLight(), one, all.favicon())),
                                logo(
                                        "favicon",
                                        Artwork::favicon,
                                        (all, one) -> new Artwork(all.onLight(), all.onDark(), one))),
                        section("contact", sender(), support(), help(), footer(), poweredBy()));
    }

    /** Fills the fields. */
    void show(Brand brand) {
        if (!brand.equals(shown)) {
            shown = brand;
            fields.forEach(field -> field.accept(brand));
        }
    }

    private void change(UnaryOperator<Brand> change) {
        Brand before = shown;
        if (before != null) {
            Brand after = change.apply(before);
            if (!after.equals(before)) {
                show(after);
                changed.accept(after);
            }
        }
    }

    private Div section(String words, Component... parts) {
        var card = new Div(new H2(language.say("brand." + words)));
        card.addClassName("card");
        var form = new Div(parts);
        form.addClassName("form");
        card.add(form);
        return card;
    }

    private TextField text(String words, Function<Brand, String> read, BiFunction<Brand, String, Brand> write) {
        var field = new TextField(language.say("brand." + words));
        field.setWidthFull();
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                tryOn(field, brand -> write.apply(brand, event.getValue().strip()));
            }
        });
        fields.add(brand -> {
            field.setValue(read.apply(brand));
            field.setInvalid(false);
        });
        return field;
    }

    private void tryOn(TextField field, UnaryOperator<Brand> change) {
        try {
            change(change);
            field.setInvalid(false);
        } catch (IllegalArgumentException nothing) {
            field.setErrorMessage(nothing.getMessage() + ".");
            field.setInvalid(true);
        }
    }

    private TextField help(TextField field, String words) {
        field.setHelperText(language.say(words));
        return field;
    }

    private Div color(String words, Function<Look, Color> read, BiFunction<Look, Color, Look> write) {
        var hex = text(
                words,
                brand -> read.apply(brand.look()).hex(),
                (brand, text) -> brand.withLook(write.apply(brand.look(), Color.of(text))));
        var picker = new Input();
        picker.setType("color");
        picker.addClassName("color-input");
        picker.getElement().setAttribute("aria-label", language.say("brand.pick", language.say("brand." + words)));
        picker.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                change(brand -> brand.withLook(write.apply(brand.look(), Color.of(event.getValue()))));
            }
        });
        fields.add(brand -> picker.setValue(read.apply(brand.look()).hex()));
        var both = new Div(picker, hex);
        both.addClassName("color-field");
        return both;
    }

    /** Says that the accent cannot be read, and offers the nearest that can. */
    private Div advice() {
        var words = new Span();
        var use = new Button();
        var advice = new Div(words, use);
        advice.addClassNames("advice");
        advice.getElement().setAttribute("role", "status");
        fields.add(brand -> {
            var moved = BrandStudio.readable(brand);
            advice.setVisible(moved.isPresent());
            moved.ifPresent(it -> {
                words.setText(language.say(
                        "brand.unreadable", it.asked().hex(), it.given().hex()));
                use.setText(language.say("brand.use", it.given().hex()));
            });
        });
        use.addClickListener(event -> change(brand -> BrandStudio.readable(brand)
                .map(it -> brand.withLook(accent(brand.look(), it.given())))
                .orElse(brand)));
        return advice;
    }

    private Select<BrandFont> font() {
        var select = new Select<BrandFont>();
        select.setLabel(language.say("brand.font"));
        select.setItems(BrandFont.values());
        select.setItemLabelGenerator(
                font -> font == BrandFont.SYSTEM ? language.say("brand.font.system") : font.family());
        select.setWidthFull();
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                change(brand -> brand.withLook(font(brand.look(), event.getValue())));
            }
        });
        fields.add(brand -> select.setValue(brand.look().font()));
        return select;
    }

    private Div corners() {
        return choice(
                "corners",
                Corners.values(),
                Look::corners,
                (look, value) -> new Look(look.accent(), look.background(), look.font(), value, look.mode()));
    }

    private Div mode() {
        return choice(
                "mode",
                ColorMode.values(),
                Look::mode,
                (look, value) -> new Look(look.accent(), look.background(), look.font(), look.corners(), value));
    }

    private <E extends Enum<E>> Div choice(
            String words, E[] values, Function<Look, E> read, BiFunction<Look, E, Look> write) {
        Map<String, String> offered = new LinkedHashMap<>();
        Arrays.stream(values)
                .forEach(value -> offered.put(value.name(), language.say("brand." + words + "." + word(value))));
        var segments = new Segments(
                language.say("brand." + words),
                name -> change(brand ->
                        brand.withLook(write.apply(brand.look(), Enum.valueOf(values[0].getDeclaringClass(), name)))));
        fields.add(brand ->
                segments.offer(offered, Optional.of(read.apply(brand.look()).name())));
        var label = new Span(language.say("brand." + words));
        label.addClassName("field-label");
        var field = new Div(label, segments);
        field.addClassName("field");
        return field;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private LogoField logo(String words, Function<Artwork, Logo> read, BiFunction<Artwork, Logo, Artwork> write) {
        var field = new LogoField(
                language, words, logo -> change(brand -> brand.withArtwork(write.apply(brand.artwork(), logo))));
        fields.add(brand -> field.show(read.apply(brand.artwork())));
        return field;
    }

    private TextField sender() {
        return text(
                "sender",
                brand -> brand.contact().senderName(),
                (brand, text) -> brand.withContact(new Contact(
                        text,
                        brand.contact().supportEmail(),
                        brand.contact().helpUrl(),
                        brand.contact().legalFooter(),
                        brand.contact().poweredBy())));
    }

    private TextField support() {
        return text(
                "support",
                brand -> or(brand.contact().supportEmail()),
                (brand, text) -> brand.withContact(new Contact(
                        brand.contact().senderName(),
                        given(text),
                        brand.contact().helpUrl(),
                        brand.contact().legalFooter(),
                        brand.contact().poweredBy())));
    }

    private TextField help() {
        return help(
                text(
                        "help",
                        brand -> brand.contact().helpUrl() == null
                                ? ""
                                : brand.contact().helpUrl().toString(),
                        (brand, text) -> brand.withContact(new Contact(
                                brand.contact().senderName(),
                                brand.contact().supportEmail(),
                                address(text),
                                brand.contact().legalFooter(),
                                brand.contact().poweredBy()))),
                "brand.help.hint");
    }

    private TextField footer() {
        return help(
                text(
                        "footer",
                        brand -> or(brand.contact().legalFooter()),
                        (brand, text) -> brand.withContact(new Contact(
                                brand.contact().senderName(),
                                brand.contact().supportEmail(),
                                brand.contact().helpUrl(),
                                given(text),
                                brand.contact().poweredBy()))),
                "brand.footer.hint");
    }

    private Checkbox poweredBy() {
        var box = new Checkbox(language.say("brand.powered-by"));
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                change(brand -> brand.withContact(new Contact(
                        brand.contact().senderName(),
                        brand.contact().supportEmail(),
                        brand.contact().helpUrl(),
                        brand.contact().legalFooter(),
                        event.getValue())));
            }
        });
        fields.add(brand -> box.setValue(brand.contact().poweredBy()));
        return box;
    }

    private static @Nullable URI address(String text) {
        try {
            return text.isEmpty() ? null : new URI(text);
        } catch (URISyntaxException none) {
            throw new IllegalArgumentException("A help address is written such as https://help.example.com/", none);
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Look accent(Look look, Color accent) {
        return new Look(accent, look.background(), look.font(), look.corners(), look.mode());
    }

    private static Look background(Look look, Color background) {
        return new Look(look.accent(), background, look.font(), look.corners(), look.mode());
    }

    private static Look font(Look look, BrandFont font) {
        return new Look(look.accent(), look.background(), font, look.corners(), look.mode());
    }
}
