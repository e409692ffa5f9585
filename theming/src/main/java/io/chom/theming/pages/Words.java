package io.chom.theming.pages;

import io.chom.theming.Brand;
import io.chom.theming.Languages;
import io.chom.theming.Terms;
import io.chom.theming.Wording;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What pages or documents say of themselves, in one language.
 *
 * @param language the one of the words
 * @param all the words by their key
 */
public record Words(Locale language, Map<String, String> all) {

    private static final Map<Locale, Words> PAGES = beside(Words.class, "pages");

    /** Those of pages that are nobody's, in the language that is nearest to this one. */
    static Words of(Locale wanted) {
        return of(Languages.nearest(wanted), Wording.USUAL);
    }

    /** Those of a brand's public pages, in the one of its languages that is nearest to this one. */
    static Words of(Brand brand, Locale wanted) {
        return of(brand.languages().nearest(wanted), brand.wording());
    }

    /** Those of the public pages in one of our languages and somebody's words. */
    static Words of(Locale language, Wording wording) {
        var terms = Terms.of(language, wording);
        return Objects.requireNonNull(PAGES.get(language)).with(terms);
    }

    /**
     * The words of {@code <name>.properties} that lies beside a class, in each of our languages.
     *
     * @throws java.util.MissingResourceException if there is no such file
     */
    public static Map<Locale, Words> beside(Class<?> owner, String name) {
        return Languages.read(owner.getPackageName() + "." + name, owner.getClassLoader()).entrySet().stream()
                .map(read -> new Words(read.getKey(), all(read.getValue())))
                .collect(Collectors.toUnmodifiableMap(Words::language, Function.identity()));
    }

    /**
     * The words of a key, its places filled in order.
     *
     * @throws NullPointerException if there are none
     */
    public String say(String key, Object... places) {
        var words = Objects.requireNonNull(all.get(key), key);
        return places.length == 0 ? words : new MessageFormat(words, Locale.ROOT).format(places);
    }

    /** Words with places are patterns still, the others are what is read. */
    private Words with(Terms terms) {
        return new Words(
                language,
                all.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, words -> filled(terms, words.getValue()))));
    }

    private static String filled(Terms terms, String words) {
        return words.contains("{") ? terms.inPattern(words) : terms.in(words);
    }

    private static Map<String, String> all(ResourceBundle bundle) {
        return bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
    }
}
