package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/** A text that people need elsewhere, with a button that copies it. */
@Tag("copy-text")
@JavaScript("context://ui/components/copy-text.js")
public final class CopyText extends Component {

    /**
     * A text to copy.
     *
     * @param label what the button does, for those who do not see it
     * @param done said once the text is copied
     */
    public CopyText(String text, String label, String done) {
        getElement().setAttribute("text", text);
        getElement().setAttribute("label", label);
        getElement().setAttribute("done", done);
    }
}
