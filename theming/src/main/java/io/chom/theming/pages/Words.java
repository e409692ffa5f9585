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
 * What the public pages say of themselves, in one language.
 *
 * @param language the one of the words
 * @param all the words by their key
 */
record Words(Locale language, Map<String, String> all) {

    private static final Map<Locale, Words> WORDS =
            Languages.read(Words.class.getPackageName() + ".pages", Words.class.getClassLoader()).entrySet().stream()
                    .map(read -> new Words(read.getKey(), all(read.getValue())))
                    .collect(Collectors.toUnmodifiableMap(Words::language, Function.identity()));

    /** Those of the language that is nearest to this one. */
    static Words of(Locale wanted) {
        return Objects.requireNonNull(WORDS.get(Languages.nearest(wanted)));
    }

    /** The words of a key with one gap. */
    String say(String key, String value) {
        return new MessageFormat(Objects.requireNonNull(all.get(key)), Locale.ROOT).format(new Object[] {value});
    }

    private static Map<String, String> all(ResourceBundle bundle) {
        return bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
    }
}
