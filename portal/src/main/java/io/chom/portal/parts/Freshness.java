package io.chom.portal.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.live.AsyncState;

/** Says as of when a page is, with a dot that is alive while it is; and since when it is not, with a way to try again. */
public final class Freshness extends Composite<Div> {

    private final Language language;
    private final Span words = new Span();
    private final transient Spare<Button> again;

    /** @param retry asks again */
    public Freshness(Language language, Runnable retry) {
        this.language = language;
        this.again = new Spare<>(getContent(), () -> again(retry));
        getContent().addClassName("live");
        getContent().add(words);
        show(new AsyncState.Loading<>());
    }

    /** Tells how fresh this state is. */
    public void show(AsyncState<?> state) {
        switch (state) {
            case AsyncState.Loading<?> ignored -> tell(false, language.say("state.loading"));
            case AsyncState.Loaded<?> loaded -> tell(false, asOf(loaded));
            case AsyncState.Failed<?> failed ->
                tell(true, failed.kept().map(this::since).orElse(language.say("state.failed.short")));
        }
        getContent().setClassName("waiting", state instanceof AsyncState.Loading);
        // With nothing kept, the region itself offers to try again.
        again.show(state instanceof AsyncState.Failed<?> failed && failed.kept().isPresent());
    }

    private Button again(Runnable retry) {
        var again = new Button(language.say("state.retry"), event -> retry.run());
        again.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return again;
    }

    private String asOf(AsyncState.Loaded<?> loaded) {
        return language.say("state.as-of", language.formats().time(loaded.at()));
    }

    private String since(AsyncState.Loaded<?> kept) {
        return language.say("state.stale", language.formats().time(kept.at()));
    }

    private void tell(boolean isStale, String text) {
        words.setText(text);
        getContent().setClassName("stale", isStale);
        // Only the loss is announced; a clock that talks every second would drown the page.
        words.getElement().setAttribute("role", isStale ? "status" : "presentation");
    }
}
