package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/** A number written for people that glows once when it changes. */
@Tag("live-number")
@JavaScript("context://ui/components/live-number.js")
public final class LiveNumber extends Component implements HasStyle {

    /** Shows this; the same text again changes nothing. */
    public void show(String written) {
        getElement().setAttribute("text", written);
        // The style sheet fits long numbers into their card by it.
        getStyle().set("--chars", String.valueOf(written.length()));
    }

    /** What is shown. */
    public String text() {
        return String.valueOf(getElement().getAttribute("text"));
    }
}
