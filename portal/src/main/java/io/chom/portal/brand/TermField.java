package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.theming.Term;
import io.chom.theming.Terms;
import io.chom.theming.Wording;
import io.chom.theming.Wording.Word;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A house's own word for something: one field for one of it, one for several. It takes both or none. */
final class TermField extends Composite<Div> {

    private final transient Language language;
    private final transient Consumer<@Nullable Word> given;
    private final TextField one;
    private final TextField several;
    private transient @Nullable Word shown;

    /** @param given told of each word that a person gives, and of null when it is to be the usual one */
    TermField(Language language, Term term, Consumer<@Nullable Word> given) {
        this.language = language;
        this.given = given;
        var usual = Terms.of(language.words(), Wording.USUAL);
        one = field("brand.term.one", usual.one(term), usual.one(term));
        several = field("brand.term.several", usual.one(term), usual.several(term));
        getContent().addClassName("pair");
        getContent().add(one, several);
    }

    private TextField field(String words, String term, String placeholder) {
        var field = new TextField(language.say(words, term));
        field.setPlaceholder(placeholder);
        field.setWidthFull();
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                take(one.getValue().strip(), several.getValue().strip());
            }
        });
        return field;
    }

    private void take(String single, String plural) {
        boolean isUsual = single.isEmpty() && plural.isEmpty();
        if (isUsual) {
            List.of(one, several).forEach(field -> field.setInvalid(false));
            given.accept(null);
        } else if (isWord(one, single) & isWord(several, plural)) {
            given.accept(new Word(single, plural));
        }
    }

    private boolean isWord(TextField field, String form) {
        boolean isWord = Word.isForm(form);
        field.setErrorMessage(language.say(form.isEmpty() ? "brand.term.both" : "brand.term.invalid"));
        field.setInvalid(!isWord);
        return isWord;
    }

    /** Shows a word, or that there is none. What is half typed stays until the word is another. */
    void show(@Nullable Word word) {
        if (!Objects.equals(word, shown)) {
            shown = word;
            one.setValue(word == null ? "" : word.one());
            several.setValue(word == null ? "" : word.several());
            List.of(one, several).forEach(field -> field.setInvalid(false));
        }
    }
}
