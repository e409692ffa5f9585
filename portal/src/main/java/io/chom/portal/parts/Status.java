package io.chom.portal.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;

/** A state as dot and word. */
public final class Status extends Composite<Span> {

    /** How good a state is. */
    public enum Tone {
        GOOD,
        CAREFUL,
        BAD,
        QUIET;

        /** Its name in the style sheet. */
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Status(Tone tone, String word) {
        getContent().addClassName("status");
        getElement().setAttribute("data-tone", tone.style());
        var dot = new Span();
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        getContent().add(dot, new Span(word));
    }
}
