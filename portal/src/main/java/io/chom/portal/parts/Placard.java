package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where content would: why there is none, and the one next step. */
public final class Placard extends Composite<Div> {

    public Placard(Icon icon, String title, String why, Component... nextSteps) {
        getContent().addClassName("state");
        getContent().add(icon.create(), new H2(title), new Paragraph(why));
        getContent().add(nextSteps);
    }
}
