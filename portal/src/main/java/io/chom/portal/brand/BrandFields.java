package io.chom.portal.brand;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Segments;
import io.chom.theming.Brand;
import io.chom.theming.BrandFont;
import io.chom.theming.Color;
import io.chom.theming.Logo;
import io.chom.theming.Look;
import io.chom.theming.Term;
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

/**
 * Makes fields that show a part of one brand. What a person changes in one of them makes another brand, which all of them
 * show then; what makes none is marked and changes nothing. Each field's words stand at {@code brand.} and its name.
 */
final class BrandFields {

    private final Language language;
    private final Consumer<Brand> changed;
    private final List<Consumer<Brand>> all = new ArrayList<>();
    private @Nullable Brand shown;

    /** @param changed told of each brand that a person makes */
    BrandFields(Language language, Consumer<Brand> changed) {
        this.language = language;
        this.changed = changed;
    }

    /** Has all fields show the brand. */
    void show(Brand brand) {
        if (!brand.equals(shown)) {
            shown = brand;
            all.forEach(field -> field.accept(brand));
        }
    }

    /** Changes the brand that is shown, as a person in one of the fields would. */
    void change(UnaryOperator<Brand> change) {
        Brand before = shown;
        if (before != null) {
            Brand after = change.apply(before);
            if (!after.equals(before)) {
                show(after);
                changed.accept(after);
            }
        }
    }

    private <V> void bind(HasValue<?, V> field, Function<Brand, V> read, Consumer<V> take) {
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                take.accept(event.getValue());
            }
        });
        all.add(brand -> field.setValue(read.apply(brand)));
    }

    /** A line of text; null reads as an empty one. */
    TextField text(String words, Function<Brand, @Nullable String> read, BiFunction<Brand, String, Brand> write) {
        var field = new TextField(say(words));
        field.setWidthFull();
        bind(
                field,
                brand -> Optional.ofNullable(read.apply(brand)).orElse(""),
                text -> tryOn(field, brand -> write.apply(brand, text.strip())));
        all.add(brand -> field.setInvalid(false));
        return field;
    }

    private void tryOn(TextField field, UnaryOperator<Brand> change) {
        try {
            change(change);
            field.setInvalid(false);
        } catch (IllegalArgumentException nothing) {
            field.setErrorMessage(UnfitWords.of(language, nothing));
            field.setInvalid(true);
        }
    }

    /** A colour, as a text and to be picked. */
    Div color(String words, Function<Look, Color> read, BiFunction<Look, Color, Look> write) {
        Function<Brand, String> hex = brand -> read.apply(brand.look()).hex();
        BiFunction<Brand, String, Brand> with =
                (brand, text) -> brand.withLook(write.apply(brand.look(), Color.of(text)));
        var picker = new Input();
        picker.setType("color");
        picker.addClassName("color-input");
        picker.getElement().setAttribute("aria-label", language.say("brand.pick", say(words)));
        bind(picker, hex, text -> change(brand -> with.apply(brand, text)));
        var both = new Div(picker, text(words, hex::apply, with));
        both.addClassName("color-field");
        return both;
    }

    /** Says that the accent cannot be read, and offers the nearest that can. */
    ContrastAdvice advice() {
        var advice = new ContrastAdvice(
                language, color -> change(brand -> brand.withLook(brand.look().withAccent(color))));
        all.add(advice::show);
        return advice;
    }

    /** The fonts that we serve. */
    Select<BrandFont> font() {
        var select = new Select<BrandFont>();
        select.setLabel(say("font"));
        select.setItems(BrandFont.values());
        select.setItemLabelGenerator(font -> font == BrandFont.SYSTEM ? say("font.system") : font.family());
        select.setWidthFull();
        bind(
                select,
                brand -> brand.look().font(),
                font -> change(brand -> brand.withLook(brand.look().withFont(font))));
        return select;
    }

    /** A font of the house's own. */
    FontField ownFont() {
        var field = new FontField(language, font -> change(brand -> brand.withFont(font)));
        all.add(brand -> field.show(brand.font()));
        return field;
    }

    /** One of a few. */
    <E extends Enum<E>> Div choice(String words, E[] values, Function<Look, E> read, BiFunction<Look, E, Look> write) {
        Map<String, String> offered = new LinkedHashMap<>();
        Arrays.stream(values)
                .forEach(value ->
                        offered.put(value.name(), say(words + "." + value.name().toLowerCase(Locale.ROOT))));
        var segments = new Segments(
                say(words),
                name -> change(brand ->
                        brand.withLook(write.apply(brand.look(), Enum.valueOf(values[0].getDeclaringClass(), name)))));
        all.add(brand ->
                segments.offer(offered, Optional.of(read.apply(brand.look()).name())));
        var label = new Span(say(words));
        label.addClassName("field-label");
        var field = new Div(label, segments);
        field.addClassName("field");
        return field;
    }

    /** A picture. */
    LogoField logo(String words, Function<Brand, Logo> read, BiFunction<Brand, Logo, Brand> write) {
        var field = new LogoField(language, words, logo -> change(brand -> write.apply(brand, logo)));
        all.add(brand -> field.show(read.apply(brand)));
        return field;
    }

    /** The picture beside shared links. */
    SocialField social() {
        var field = new SocialField(
                language,
                image -> change(brand -> brand.withArtwork(brand.artwork().withSocial(image))));
        all.add(brand -> field.show(brand.artwork().social()));
        return field;
    }

    /** Something that is so or is not. */
    Checkbox check(String words, Function<Brand, Boolean> read, BiFunction<Brand, Boolean, Brand> write) {
        var box = new Checkbox(say(words));
        bind(box, read, on -> change(brand -> write.apply(brand, on)));
        return box;
    }

    /** The house's own word for a term. */
    TermField term(Term term) {
        var field = new TermField(
                language,
                term,
                word -> change(brand -> brand.withWording(brand.wording().with(term, word))));
        all.add(brand -> field.show(brand.wording().of(term).orElse(null)));
        return field;
    }

    /** What the house speaks. */
    LanguageFields languages() {
        var field = new LanguageFields(language, languages -> change(brand -> brand.withLanguages(languages)));
        all.add(brand -> field.show(brand.languages()));
        return field;
    }

    private String say(String words) {
        return language.say("brand." + words);
    }
}
