package io.chom.theming.pages;

import io.chom.theming.Languages;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a host that belongs to nobody answers: neutral, and it names nobody. */
public final class NotFoundPage {
    private final Map<Locale, String> pages = render(Template.named("nobody"));

    /** The page as HTML, in the language that is nearest to this one. */
    public String render(Locale wanted) {
        return Objects.requireNonNull(pages.get(Languages.nearest(wanted)));
    }

    private static Map<Locale, String> render(Template template) {
        return Languages.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(
                        language -> language, language -> template.render(Words.of(language))));
    }
}
