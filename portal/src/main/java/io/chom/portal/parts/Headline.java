package io.chom.portal.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** One headline number: a small label, the large value, and a line that explains it. */
public final class Headline extends Composite<Div> {

    private final LiveNumber value = new LiveNumber();
    private final Paragraph hint = new Paragraph();

    public Headline(String label) {
        var name = new Span(label);
        name.addClassName("label");
        value.addClassName("value");
        hint.addClassName("hint");
        getContent().addClassName("stat");
        getContent().add(name, value, hint);
    }

    /** Shows a value, written for people, and its explanation. */
    public void show(String written, String explanation) {
        value.show(written);
        hint.setText(explanation);
    }
}
