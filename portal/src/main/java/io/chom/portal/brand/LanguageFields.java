package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.chom.portal.formats.Language;
import io.chom.theming.BrandLanguages;
import io.chom.theming.Languages;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The languages that a house speaks: a box for each, and which of them is for everybody else. */
final class LanguageFields extends Composite<Div> {

    private final transient Language language;
    private final transient Consumer<BrandLanguages> chosen;
    private final transient Map<Locale, Checkbox> boxes = new LinkedHashMap<>();
    private final Select<Locale> standard = new Select<>();
    private transient BrandLanguages shown = BrandLanguages.ALL;

    /** @param chosen told of each choice that a person makes */
    LanguageFields(Language language, Consumer<BrandLanguages> chosen) {
        this.language = language;
        this.chosen = chosen;
        var label = new Span(language.say("brand.languages"));
        label.addClassName("field-label");
        var offered = new Div(label);
        offered.addClassName("field");
        offered.getElement().setAttribute("role", "group").setAttribute("aria-label", label.getText());
        Languages.ALL.forEach(one -> boxes.put(one, box(one)));
        boxes.values().forEach(offered::add);
        standard();
        getContent().addClassName("form");
        getContent().add(offered, standard);
    }

    private void standard() {
        standard.setLabel(language.say("brand.standard"));
        standard.setItems(Languages.ALL);
        standard.setItemLabelGenerator(this::name);
        standard.setWidthFull();
        standard.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(shown.withStandard(event.getValue()));
            }
        });
    }

    private Checkbox box(Locale one) {
        var box = new Checkbox(name(one));
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(shown.withOffered(Languages.ALL.stream()
                        .filter(other -> other.equals(one)
                                ? event.getValue()
                                : shown.offered().contains(other))
                        .toList()));
            }
        });
        return box;
    }

    private String name(Locale one) {
        return one.getDisplayLanguage(language.words());
    }

    /** Shows what a brand speaks; the box of what is for everybody else stays ticked. */
    void show(BrandLanguages languages) {
        shown = languages;
        standard.setValue(languages.standard());
        boxes.forEach((one, box) -> {
            box.setValue(languages.offered().contains(one));
            box.setEnabled(!one.equals(languages.standard()));
        });
    }
}
