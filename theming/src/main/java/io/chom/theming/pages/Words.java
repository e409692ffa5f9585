package io.chom.theming.pages;

import io.chom.theming.Languages;
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

    /** Those of the public pages in the language that is nearest to this one. */
    static Words of(Locale wanted) {
        return Objects.requireNonNull(PAGES.get(Languages.nearest(wanted)));
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
        return new MessageFormat(Objects.requireNonNull(all.get(key), key), Locale.ROOT).format(places);
    }

    private static Map<String, String> all(ResourceBundle bundle) {
        return bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
    }
}
