package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** Head of a page: its title, one line that says what it is for, and at the right what can be done. */
public final class PageHead extends Composite<Header> {

    private final Div side = new Div();

    public PageHead(String title, String purpose) {
        var words = new Div(new H1(title), new Paragraph(purpose));
        side.addClassName("actions");
        getContent().addClassName("page-head");
        getContent().add(words, side);
    }

    /** Adds what stands at the right: actions, or how fresh the page is. */
    public PageHead with(Component... components) {
        side.add(components);
        return this;
    }
}
