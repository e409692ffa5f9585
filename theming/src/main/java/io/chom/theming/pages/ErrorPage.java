package io.chom.theming.pages;

import io.chom.theming.BrandAssets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in the brand's look what went wrong and what to do now. */
public final class ErrorPage {
    private final Template template = Template.named("error");

    /**
     * What went wrong, in words for a customer.
     *
     * @param language of the words
     * @param status the HTTP status, 400..599; {@code null} if nothing failed, and no other page is open either
     * @param title what happened, a short sentence without a full stop
     * @param advice what the visitor can do
     * @param reference the id under which support finds the request, if there is one
     */
    public record Failure(
            Locale language,
            @Nullable Integer status,
            String title,
            String advice,
            @Nullable String reference) {
        /** @throws IllegalArgumentException if the status is no error */
        public Failure {
            if (status != null && (status < 400 || status > 599)) {
                throw new IllegalArgumentException("An error's status is between 400 and 599");
            }
        }
    }

    /** The page as HTML. */
    public String render(BrandAssets assets, Failure failure) {
        var brand = assets.brand();
        var frame = Frame.of(assets, failure.title() + " · " + brand.name(), failure.advice())
                .in(failure.language());
        return template.render(new Model(frame, failure));
    }

    private record Model(Frame frame, Failure failure) {}
}
