package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.theming.OwnFont;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The brand's own font: how to give one and how to do without it again. */
final class FontField extends Composite<Div> {

    private final Language language;
    private final Span present = new Span();
    private final Span advice = new Span();
    private final Button remove;
    private final FileDrop drop;
    private transient @Nullable OwnFont shown;

    /**
     * A field without a font.
     *
     * @param given told of each font that a person gives and that can be used, and of null when there is to be none
     */
    FontField(Language language, Consumer<@Nullable OwnFont> given) {
        this.language = language;
        var label = new Span(language.say("brand.own-font"));
        label.addClassName("field-label");
        remove = new Button(language.say("brand.own-font.remove"), event -> given.accept(null));
        var state = new Div(present, remove);
        state.addClassName("filters");
        drop = new FileDrop(
                language,
                language.say("brand.own-font"),
                "brand.own-font",
                OwnFont.MOST_BYTES,
                (name, bytes) -> given.accept(OwnFont.uploaded(name, bytes)),
                "font/woff2",
                ".woff2");
        getContent().addClassNames("field", "font-field");
        advice.setText(language.say("brand.own-font.not-in-documents"));
        advice.addClassName("advice");
        advice.setVisible(false);
        getContent().add(label, state, advice, drop);
    }

    void show(@Nullable OwnFont font) {
        present.setText(font == null ? language.say("brand.own-font.none") : font.name());
        remove.setVisible(font != null);
        // Unpacking takes a while, and this is called for every change of a brand.
        if (!Objects.equals(font, shown)) {
            shown = font;
            advice.setVisible(font != null && font.forDocuments().isEmpty());
        }
        drop.forget();
    }
}
