package io.chom.theming.pages;

import io.chom.theming.BrandAssets;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks a visitor who came by a link for one click, or tells what came of it. */
public final class QuestionPage {
    private final Template template = Template.named("question");

    /**
     * What the page says, in the visitor's language.
     *
     * @param language of the words
     * @param title what it is about, a short sentence
     * @param text what the click does, or what was done
     * @param button the label of the one button; null for a page that only tells
     * @param action where the click is sent, on the same host; null without a button
     */
    public record Question(
            Locale language,
            String title,
            String text,
            @Nullable String button,
            @Nullable URI action) {
        /** @throws IllegalArgumentException if there is a button without an action, or the action leads elsewhere */
        public Question {
            if ((button == null) != (action == null) || action != null && action.getRawAuthority() != null) {
                throw new IllegalArgumentException("A button has a place on the same host to send the click to");
            }
        }
    }

    /** The page as HTML. */
    public String render(BrandAssets assets, Question question) {
        var brand = assets.brand();
        var frame = Frame.of(assets, question.title() + " · " + brand.name(), question.text())
                .in(question.language());
        return template.render(new Model(frame, question));
    }

    private record Model(Frame frame, Question question) {}
}
