package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where content would: why there is none, and the one next step. */
public final class Placard extends Composite<Div> {

    /** Stands for a part of a page. */
    public Placard(Icon icon, String title, String why, Component... nextSteps) {
        this(icon, new H2(title), why, nextSteps);
    }

    private Placard(Icon icon, Component title, String why, Component... nextSteps) {
        getContent().addClassName("state");
        getContent().add(icon.create(), title, new Paragraph(why));
        getContent().add(nextSteps);
    }

    /** Stands for the whole page, and gives it its title. */
    public static Placard page(Icon icon, String title, String why, Component... nextSteps) {
        return new Placard(icon, new H1(title), why, nextSteps);
    }
}
