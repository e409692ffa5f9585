package io.chom.theming.pages;

import io.chom.theming.Languages;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where search engines find a page in a language (<a
 * href="https://developers.google.com/search/docs/specialty/international/localized-versions">hreflang</a>).
 *
 * @param language its tag, or {@code x-default} for the address that speaks the language of the visitor's browser
 * @param address absolute
 */
public record Translation(String language, URI address) {

    /** The parameter of an address that says the language, whatever the browser asks for. */
    public static final String PARAMETER = "lang";

    /**
     * All addresses of a page, the one for every browser first.
     *
     * @param page absolute, without a query
     */
    public static List<Translation> of(URI page) {
        return Stream.concat(
                        Stream.of(new Translation("x-default", page)),
                        Languages.ALL.stream()
                                .map(language -> new Translation(language.toLanguageTag(), in(page, language))))
                .toList();
    }

    /** The address of a page in a language. */
    public static URI in(URI page, Locale language) {
        return URI.create(page + "?" + PARAMETER + "=" + language.toLanguageTag());
    }

    /** The language that the value of the parameter says, if it is one of ours. */
    public static Optional<Locale> said(@Nullable String value) {
        return Languages.ALL.stream()
                .filter(language -> language.toLanguageTag().equals(value))
                .findFirst();
    }
}
