package io.chom.portal.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.tenants.platform.Failure;
import java.util.Optional;

/** Why the last wish was refused, said at once to whoever hears the page; nothing if it was not. */
public final class Refusal extends Composite<Div> {

    private final Language language;

    public Refusal(Language language) {
        this.language = language;
        getContent().addClassNames("banner", "danger");
        getContent().getElement().setAttribute("role", "alert");
        getContent().setVisible(false);
    }

    /** Says this one, or nothing any more. */
    public void show(Optional<Failure> refusal) {
        getContent().setVisible(refusal.isPresent());
        getContent().setText(refusal.map(language::refusal).orElse(""));
    }
}
