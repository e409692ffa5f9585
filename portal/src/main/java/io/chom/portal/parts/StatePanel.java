package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.live.AsyncState;
import io.chom.portal.live.Problem;

/** A region in one of its designed states: skeleton, content (fresh or kept), failed, forbidden. */
public final class StatePanel<T> extends Composite<Div> {

    private final Language language;
    private final Content<T> content;
    private final Runnable retry;

    /** What is shown once there is an answer; drawn anew in place with each further one. */
    public interface Content<T> {

        /** Draws the answer. */
        void show(T value);

        /** Where it is drawn. */
        Component component();
    }

    /**
     * A panel that loads.
     *
     * @param skeleton has the shape of the content
     * @param retry asks again
     */
    public StatePanel(Language language, Component skeleton, Content<T> content, Runnable retry) {
        this.language = language;
        this.content = content;
        this.retry = retry;
        getContent().addClassName("state-panel");
        getContent().add(waiting(skeleton));
        getElement().setAttribute("aria-busy", "true");
    }

    /** Draws this state. */
    public void show(AsyncState<T> state) {
        getElement().setAttribute("aria-busy", String.valueOf(state instanceof AsyncState.Loading));
        switch (state) {
            // It loads once, and the skeleton stands there from the start; nobody keeps it for longer.
            case AsyncState.Loading<T> ignored -> {}
            case AsyncState.Loaded<T> loaded -> draw(loaded.value());
            case AsyncState.Failed<T> failed ->
                failed.kept().ifPresentOrElse(kept -> draw(kept.value()), () -> only(refused(failed.problem())));
        }
    }

    private void draw(T value) {
        content.show(value);
        only(content.component());
    }

    private void only(Component component) {
        if (component.getParent().filter(getContent()::equals).isEmpty()) {
            getContent().removeAll();
            getContent().add(component);
        }
    }

    private Component waiting(Component skeleton) {
        var said = new Span(language.say("state.loading"));
        said.addClassName("unseen");
        said.getElement().setAttribute("role", "status");
        return new Div(said, skeleton);
    }

    private Component refused(Problem problem) {
        return switch (problem.kind()) {
            case FORBIDDEN -> new Placard(Icon.LOCK, language.say("state.forbidden"), why(problem));
            case REFUSED -> failure(problem, why(problem));
            case OUTAGE -> failure(problem, language.say("state.outage"));
        };
    }

    private String why(Problem problem) {
        return problem.refusal().map(language::refusal).orElse("");
    }

    private Component failure(Problem problem, String why) {
        var again = new Button(language.say("state.retry"), Icon.REFRESH.create(), event -> retry.run());
        var reference = new Span(language.say("state.reference", problem.reference()));
        reference.addClassName("reference");
        return new Placard(Icon.ALERT, language.say("state.failed"), why, again, reference);
    }
}
