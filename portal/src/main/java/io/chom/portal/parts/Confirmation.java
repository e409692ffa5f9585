package io.chom.portal.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Asks once more, in the place where it was asked for, before something is done that cannot be taken back. */
public final class Confirmation extends Composite<Div> {

    private final Button yes;

    /**
     * Not asked yet.
     *
     * @param question what follows from it
     * @param yes does it
     * @param no leaves everything as it is
     */
    public Confirmation(String question, String yes, String no, Runnable act) {
        this.yes = new Button(yes, event -> {
            setVisible(false);
            act.run();
        });
        this.yes.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        var words = new Span(question);
        words.addClassName("grow");
        getContent().addClassNames("advice", "confirmation");
        getContent().getElement().setAttribute("role", "alertdialog").setAttribute("aria-label", question);
        getContent().add(words, this.yes, new Button(no, event -> setVisible(false)));
        setVisible(false);
    }

    /** For what begins something and ends nothing. */
    public Confirmation gently() {
        yes.removeThemeVariants(ButtonVariant.ERROR);
        return this;
    }

    /** Asks. */
    public void ask() {
        setVisible(true);
        yes.focus();
    }
}
