package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/**
 * One headline number: a small label, the large value, and a line that explains it. The browser makes its parts, so that
 * the server keeps one element for each number and not six.
 */
@Tag("headline-number")
@JavaScript("context://ui/components/live-number.js")
@JavaScript("context://ui/components/headline-number.js")
public final class Headline extends Component {

    public Headline(String label) {
        getElement().setAttribute("class", "stat");
        getElement().setAttribute("label", label);
    }

    /** Shows a value, written for people, and its explanation. */
    public void show(String written, String explanation) {
        getElement().setAttribute("text", written);
        getElement().setAttribute("hint", explanation);
    }

    /** The value that is shown. */
    public String text() {
        return String.valueOf(getElement().getAttribute("text"));
    }
}
