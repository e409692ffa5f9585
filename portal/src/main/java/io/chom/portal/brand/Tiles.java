package io.chom.portal.brand;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chooses one of a few things that are seen rather than read; the chosen one is pressed. */
final class Tiles<V> extends Composite<Div> {

    private final List<NativeButton> buttons = new ArrayList<>();
    private final transient List<V> values;
    private transient Runnable chosen = () -> {};
    private int at;

    /**
     * A choice.
     *
     * @param label what is chosen, for screen readers
     * @param values at least one
     * @param preferred the one that is chosen at first; the first if it is none of them
     */
    Tiles(String label, List<V> values, Optional<V> preferred) {
        this.values = List.copyOf(values);
        this.at = Math.max(0, preferred.map(values::indexOf).orElse(0));
        getContent().addClassName("tiles");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /** Draws each of them. */
    Tiles<V> drawn(Function<V, Component> drawing, Function<V, String> name, String... classes) {
        values.forEach(value -> {
            int place = buttons.size();
            var button = new NativeButton("", event -> choose(place));
            button.add(drawing.apply(value));
            button.addClassName("tile");
            button.addClassNames(classes);
            button.getElement().setAttribute("aria-label", name.apply(value));
            buttons.add(button);
            getContent().add(button);
        });
        mark();
        return this;
    }

    /** @param act done whenever a person chooses */
    Tiles<V> whenChosen(Runnable act) {
        chosen = act;
        return this;
    }

    private void choose(int place) {
        at = place;
        mark();
        chosen.run();
    }

    private void mark() {
        for (int place = 0; place < buttons.size(); place++) {
            buttons.get(place).getElement().setAttribute("aria-pressed", String.valueOf(place == at));
        }
    }

    V value() {
        return values.get(at);
    }
}
