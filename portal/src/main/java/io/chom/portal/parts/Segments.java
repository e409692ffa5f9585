package io.chom.portal.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses one of a few views of the same thing; the chosen one is pressed. */
public final class Segments extends Composite<Div> {

    private final Map<String, NativeButton> buttons = new LinkedHashMap<>();
    private final transient Consumer<String> choose;
    private Optional<String> chosen = Optional.empty();

    /**
     * An empty choice.
     *
     * @param label what is chosen, for screen readers
     * @param choose told the key whenever a person chooses
     */
    public Segments(String label, Consumer<String> choose) {
        this.choose = choose;
        getContent().addClassName("segments");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /** Offers these, words by key, and chooses the preferred one or else the first. */
    public void offer(Map<String, String> words, Optional<String> preferred) {
        buttons.clear();
        getContent().removeAll();
        words.forEach((key, word) -> {
            var button = new NativeButton(word, event -> press(key));
            buttons.put(key, button);
            getContent().add(button);
        });
        mark(preferred
                .filter(buttons::containsKey)
                .or(() -> buttons.keySet().stream().findFirst()));
    }

    /** Key of the chosen one; empty while nothing is offered. */
    public Optional<String> chosen() {
        return chosen;
    }

    private void press(String key) {
        mark(Optional.of(key));
        choose.accept(key);
    }

    private void mark(Optional<String> key) {
        chosen = key;
        buttons.forEach((one, button) -> button.getElement()
                .setAttribute(
                        "aria-pressed", String.valueOf(key.filter(one::equals).isPresent())));
    }
}
