package io.chom.portal.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;

/** The words of an entry in a list: what it is, and below it what else is known of it. */
public final class EntryWords extends Composite<Div> {

    /** @param notes from left to right; empty ones are left out */
    public EntryWords(String title, String... notes) {
        var what = new Span(title);
        what.addClassName("entry-title");
        var below = new Div();
        Stream.of(notes).filter(note -> !note.isBlank()).map(Span::new).forEach(below::add);
        below.addClassName("entry-notes");
        getContent().addClassName("entry-words");
        getContent().add(what, below);
    }
}
